"""
`kumiai bridge`: coins and messages to other chains.

    bridge routes                        where they can go
    bridge transfer 0x… 1.5kum --route 1 --from dev0 --wait
    bridge status [--route N [--packet N]]
    bridge header --node URL             what a client of that chain begins with
    bridge attest start                  a validator's witness of an EVM chain
"""

import argparse
import time
from typing import Any, Final

from eth_utils.address import to_checksum_address

from chain.kit.abi import Uint64
from chain.types.primitives import ZERO_ADDRESS, Gas, Seconds, Wei
from cli.commands import attest, bridge_header
from cli.commands.tx import sent_json, show_sent
from cli.errors import CommandFailed, UsageWrong
from cli.output import print_fields, print_json, print_note, print_table, progress
from cli.parser import Parser, Subparsers, add_command, add_node
from cli.routes import (
    RouteView,
    all_routes,
    ask,
    bridge_method,
    client_text,
    now_of,
    number_type,
    route_json,
    route_of,
    route_row,
)
from cli.sending import Sent, add_sending, gas_of, send, sender_of
from cli.session import Session, open_session
from cli.transactions import Intent
from cli.units import format_coins, format_seconds, parse_amount, parse_span
from modules.bridge.module import Bridge
from modules.bridge.records import (
    NATIVE_TOKEN,
    PAGE_MAX,
    TIMEOUT_S_MAX,
    TIMEOUT_S_MIN,
    Order,
    PacketState,
)

TIMEOUT_DEFAULT: Final = "1h"
POLL_S: Final = 0.5  # seconds between looks of --wait
WAIT_MARGIN_S: Final = 600  # seconds after the last second in which a refund may still come
COLUMNS: Final = ("route", "state", "to chain", "bridge there", "client", "under way")


def register(subparsers: Subparsers) -> None:
    """Declare `bridge` and its commands."""
    example = "kumiai bridge transfer 0x… 1.5kum --route 1 --from dev0 --wait"
    top = add_command(
        subparsers, "bridge", "send coins and messages to other chains", None, example
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    routes = add_command(
        commands, "routes", "list the routes to other chains", run_routes, "kumiai bridge routes"
    )
    add_node(routes)
    _register_transfer(commands, example)
    status = add_command(
        commands,
        "status",
        "show how routes stand, or one packet",
        run_status,
        "kumiai bridge status --route 1 --packet 7",
    )
    status.add_argument("--route", metavar="N", type=number_type, help="only this route")
    status.add_argument("--packet", metavar="N", type=number_type, help="one packet sent on it")
    add_node(status)
    bridge_header.register(commands)
    attest.register(commands)


def _register_transfer(commands: Subparsers, example: str) -> None:
    parser = add_command(
        commands, "transfer", "send coins, a message or both over a route", run_transfer, example
    )
    add = parser.add_argument
    add("receiver", metavar="RECEIVER", help="0x-address on the other chain")
    add("amount", metavar="AMOUNT", help="like 1.5kum; 0 with --data for a message alone")
    add("--route", metavar="N", type=number_type, required=True, help="see `kumiai bridge routes`")
    add("--token", metavar="0x…", help="a voucher that goes home (default: this chain's coin)")
    add("--fee", metavar="AMOUNT", default="0", help="for who carries it (default: 0)")
    add("--timeout", metavar="TIME", default=TIMEOUT_DEFAULT, help="refund after (default: 1h)")
    add("--data", metavar="0x…", help="call the receiver, a contract, with these bytes")
    add("--call-gas", metavar="N", type=number_type, default=0, help="gas of that call")
    add("--wait", action="store_true", help="wait until it arrived, or came back")
    add_sending(parser)
    add_node(parser)


def run_routes(args: argparse.Namespace) -> int:
    """Print every route."""
    session = open_session(args)
    found = all_routes(session)
    if args.json:
        print_json([{**route_json(view), "assets": _assets(session, view)} for view in found])
        return 0
    if not found:
        print_note("no route is open: governance opens them (docs/bridge.md)")
        return 0
    now_s = now_of(session)
    print_table(COLUMNS, [route_row(view, now_s) for view in found])
    return 0


def _assets(session: Session, view: RouteView) -> list[str]:
    tokens = ask(session, "asset_tokens", Uint64(view.number), 0, PAGE_MAX)
    return [to_checksum_address(token) for token in tokens]


def run_status(args: argparse.Namespace) -> int:
    """Print how a route or a packet stands."""
    session = open_session(args)
    if args.route is None:
        if args.packet is not None:
            raise UsageWrong("--packet: a packet is one of a --route")
        return run_routes(args)
    view = route_of(session, args.route)
    if args.packet is not None:
        return _show_packet(session, view, args.packet, as_json=args.json)
    if args.json:
        print_json({**route_json(view), "assets": _assets(session, view)})
        return 0
    remote = view.route.remote
    rows = [
        ("state", view.state),
        ("to chain", f"{remote.chain_id}, route {remote.route}"),
        ("bridge there", to_checksum_address(remote.bridge)),
        ("client", client_text(view.client, now_of(session))),
        ("packets sent", f"{view.sent:,}"),
        ("under way", f"{view.pending:,}"),
        ("assets", "\n".join(_assets(session, view)) or "none"),
    ]
    print_fields(rows, f"route {view.number}")
    return 0


def _show_packet(session: Session, view: RouteView, number: int, *, as_json: bool) -> int:
    found = ask(session, "sent", Uint64(view.number), Uint64(number))
    if found.state == PacketState.NOTHING:
        raise CommandFailed(f"no packet {number} was sent on route {view.number}: {view.sent} were")
    state = found.state.name.lower()
    if as_json:
        fee = str(found.fee_wei)
        print_json({"route": view.number, "packet": number, "state": state, "fee_wei": fee})
    else:
        held = format_coins(found.fee_wei, in_wei=session.style.in_wei)
        rows = [("state", state.replace("_", " ")), ("fee still held", held)]
        print_fields(rows, f"packet {number} of route {view.number}")
    return 0


def run_transfer(args: argparse.Namespace) -> int:
    """Send a packet; with --wait, until it has ended: 1 where all came back."""
    session = open_session(args)
    view = route_of(session, args.route)
    order, value_wei = order_of(session, args, now_of(session))
    data = bridge_method("send").encode_call(order)
    intent = Intent(sender_of(session, args), Bridge.address, value_wei, data, gas_of(args))
    what = f"send {args.amount} to chain {view.route.remote.chain_id}"
    sent = send(session, args, intent, what)
    number = packet_in(sent)
    if args.wait and number is not None:
        return _await(session, sent, view.number, number, order.timeout_s)
    if args.json:
        print_json(sent_json(sent) | {"route": view.number, "packet": number})
    else:
        show_sent(session, sent)
        if number is not None:
            print_note(
                f"packet {number} is on its way: "
                f"`kumiai bridge status --route {view.number} --packet {number}`"
            )
    return 0


def order_of(session: Session, args: argparse.Namespace, now_s: int) -> tuple[Order, Wei]:
    """Return what the flags ask the bridge for, and the coins that go along; raises UsageWrong."""
    amount_wei, fee_wei = parse_amount(args.amount), parse_amount(args.fee, "--fee")
    span_s = parse_span(args.timeout, "--timeout")
    if not TIMEOUT_S_MIN < span_s <= TIMEOUT_S_MAX:
        raise UsageWrong("--timeout: more than 60 s and at most 7d expected")
    call_data = _bytes(args.data)
    if bool(call_data) != bool(args.call_gas):
        raise UsageWrong("--data and --call-gas go together: a call needs both")
    if not amount_wei and not call_data:
        raise UsageWrong("an amount, or a message with --data and --call-gas, expected")
    token = NATIVE_TOKEN if amount_wei else ZERO_ADDRESS
    if args.token is not None and amount_wei:
        token = session.book.resolve(args.token, "--token")
    order = Order(
        Uint64(args.route),
        token,
        session.book.resolve(args.receiver, "receiver"),
        amount_wei,
        Seconds(now_s + span_s),
        Gas(args.call_gas),
        call_data,
        fee_wei,
    )
    return order, Wei(fee_wei + (amount_wei if token == NATIVE_TOKEN else 0))


def packet_in(sent: Sent) -> int | None:
    """Return the number of the packet that a transaction sent, None where it is not known yet."""
    for event in sent.events:
        if event.name == "PacketSent":
            return int(event.fields["sequence"][1])
    return None


def _await(session: Session, sent: Sent, route: int, number: int, timeout_s: int) -> int:
    begun_s = now_of(session)
    state, now_s = PacketState.SENT, begun_s
    with progress(f"packet {number} until its last second") as show:
        while state == PacketState.SENT and now_s < timeout_s + WAIT_MARGIN_S:
            show(min(now_s, timeout_s) - begun_s, timeout_s - begun_s)
            time.sleep(POLL_S)
            state = ask(session, "sent", Uint64(route), Uint64(number)).state
            now_s = now_of(session)
    if state == PacketState.SENT:
        raise CommandFailed(
            f"packet {number} has not ended by {format_seconds(now_s)}: is a relayer running? "
            "whoever proves that it never arrived gets everything back for its sender"
        )
    succeeded = state == PacketState.ACKNOWLEDGED
    said: dict[str, Any] = {"route": route, "packet": number, "state": state.name.lower()}
    if session.style.as_json:
        print_json(sent_json(sent) | said | {"seconds": now_s - begun_s})
    else:
        ending = "it arrived" if succeeded else "it did not arrive, and all came back"
        print_fields([("packet", str(number)), ("outcome", ending)], f"route {route}")
    return 0 if succeeded else 1


def _bytes(text: str | None) -> bytes:
    try:
        return b"" if text is None else bytes.fromhex(text.removeprefix("0x"))
    except ValueError as cause:
        raise UsageWrong(f"--data: 0x and hex digits expected, found {text!r}") from cause
