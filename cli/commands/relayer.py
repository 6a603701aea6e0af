"""
`kumiai relayer`: carry packets between this chain and another; anybody may.

    this node <--key-- relayer --key--> the other chain's node       HOME/relayer/route-N.json
    status: what is under way, how old each client is, what is left for gas
"""

import argparse
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from eth_utils.address import to_checksum_address

from cli.arguments import AddressBook
from cli.config import home_of
from cli.errors import UsageWrong
from cli.logs import start_logging
from cli.output import print_fields, print_json, print_note, print_table, progress, waiting
from cli.parser import Parser, Subparsers, add_command, add_node, client_of
from cli.routes import number_type
from cli.session import keyring_of
from cli.units import format_coins, format_seconds, format_span, parse_amount
from modules import assemble

if TYPE_CHECKING:
    from bridge.ends.end import ChainEnd
    from bridge.relayer import Intention
    from bridge.status import Status
    from cli.bridge_process import RelayerSetting

BATCH_MAX: Final = 100  # calls in one go that may be asked for
PORT_MAX: Final = 65_535
STATUS_ROWS: Final = (
    "route", "final height", "packets under way", "the first one ends", "to do here",
    "client's height", "client", "coins for gas",
)  # fmt: skip


def register(subparsers: Subparsers) -> None:
    """Declare `relayer` and its command."""
    example = (
        "kumiai relayer start --route 1 --remote http://other.example:8545 --from relayer\n"
        "  kumiai relayer start --route 1 --remote URL --dry-run     say what there is to do"
    )
    top = add_command(
        subparsers, "relayer", "carry packets to and from another chain", None, example
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    parser = add_command(commands, "start", "carry a route's packets both ways", run_start, example)
    add = parser.add_argument
    add("--route", metavar="N", type=number_type, required=True, help="see `kumiai bridge routes`")
    add("--remote", metavar="URL", required=True, help="JSON-RPC of a node of the other chain")
    add("--from", dest="sender", metavar="KEY", help="pays for gas on this chain")
    add("--remote-from", metavar="KEY", help="pays on the other one (default: --from)")
    add("--fee-min", metavar="AMOUNT", default="0", help="least fee of what is carried")
    add("--batch", metavar="N", type=number_type, default=20, help="calls in one go (default: 20)")
    add("--metrics-port", metavar="N", type=number_type, help="serve Prometheus metrics there")
    add("--dry-run", action="store_true", help="print what it would do, and do nothing")
    add_node(parser)
    _register_status(commands)


def _register_status(commands: Subparsers) -> None:
    example = "kumiai relayer status --route 1 --remote http://other.example:8545 --from relayer"
    parser = add_command(
        commands,
        "status",
        "show what is under way on a route, seen at both ends",
        run_status,
        example,
    )
    add = parser.add_argument
    add("--route", metavar="N", type=number_type, required=True, help="see `kumiai bridge routes`")
    add("--remote", metavar="URL", required=True, help="JSON-RPC of a node of the other chain")
    add("--from", dest="sender", metavar="KEY", help="show what is left to pay gas with")
    add("--remote-from", metavar="KEY", help="the key on the other chain (default: --from)")
    add_node(parser)


def run_start(args: argparse.Namespace) -> int:
    """Relay until Ctrl-C, or say what there is to do."""
    from cli.bridge_process import intentions, run_relayer

    setting = setting_of(args)
    if args.dry_run:
        with waiting("reading both chains"):
            found = intentions(setting)
        show_intentions(found, as_json=args.json)
        return 0
    start_logging("info", "text")
    with ExitStack() as stack:
        bars: list[Callable[[int, int], None]] = []

        def begin(ends: "Sequence[ChainEnd]") -> None:
            _announce(ends, as_json=args.json)
            bars.append(stack.enter_context(progress("carrying packets")))
            start_logging("info", "text")  # anew, as lines now go above the bar

        run_relayer(setting, begin, lambda ended, sent: bars[0](ended, sent))
    return 0


def run_status(args: argparse.Namespace) -> int:
    """Print how both ends of a route stand."""
    from bridge.planning import Policy
    from bridge.status import status_json
    from cli.bridge_process import RelayerSetting, statuses

    book = AddressBook(keyring_of(args), assemble())
    account = None if args.sender is None else book.resolve(args.sender, "--from")
    other = account
    if args.remote_from is not None:
        other = book.resolve(args.remote_from, "--remote-from")
    node = client_of(args).url
    setting = RelayerSetting(node, args.remote, args.route, None, None, None, Policy(), None)
    with waiting("reading both chains"):
        found = statuses(setting, (account, other))
    if args.json:
        print_json({"ends": [status_json(one) for one in found]})
        return 0
    columns = ["", *(f"chain {one.chain_id}, route {one.route}" for one in found)]
    cells = zip(STATUS_ROWS, *map(_status_cells, found), strict=True)
    print_table(columns, [list(row) for row in cells])
    return 0


def _status_cells(status: "Status") -> list[str]:
    """Return what a person sees of an end, in the order of STATUS_ROWS."""
    to_do = ", ".join(f"{task} {count}" for task, count in sorted(status.to_do.items()))
    left_s = status.client_expires_s - status.time_s
    client = f"{status.client_height:,}, {format_span(status.client_age_s)} old"
    good = f"good for {format_span(left_s)}" if status.client_is_live else "FROZEN or EXPIRED"
    balance = "" if status.balance_wei is None else format_coins(status.balance_wei)
    return [
        "open" if status.is_open else "CLOSED",
        f"{status.height:,}",
        f"{status.pending:,} of {status.sent:,}",
        format_seconds(status.oldest_timeout_s) if status.oldest_timeout_s else "-",
        to_do or "nothing",
        client,
        good,
        balance or "-",
    ]


def setting_of(args: argparse.Namespace) -> "RelayerSetting":
    """Return what the flags say; raises UsageWrong, CommandFailed."""
    from bridge.planning import Policy
    from cli.bridge_process import RelayerSetting

    if not 0 < args.batch <= BATCH_MAX:
        raise UsageWrong(f"--batch: 1 to {BATCH_MAX} expected, found {args.batch}")
    if args.sender is None and not args.dry_run:
        raise UsageWrong("--from: the key that pays for gas expected (or --dry-run)")
    keyring, key, remote_key = keyring_of(args), None, None
    if not args.dry_run:
        key = keyring.unlock(args.sender)
        remote_key = key if args.remote_from is None else keyring.unlock(args.remote_from)
    return RelayerSetting(
        client_of(args).url,
        args.remote,
        args.route,
        key,
        remote_key,
        None if args.dry_run else home_of(args.home) / "relayer" / f"route-{args.route}.json",
        Policy(parse_amount(args.fee_min, "--fee-min"), args.batch),
        port_of(args.metrics_port),
    )


def port_of(port: int | None) -> int | None:
    """Return a port of --metrics-port; raises UsageWrong."""
    if port is not None and port > PORT_MAX:
        raise UsageWrong(f"--metrics-port: 0 to {PORT_MAX} expected, found {port}")
    return port


def show_intentions(found: "Sequence[Intention]", *, as_json: bool) -> None:
    """Print what there is to do at each end."""
    rows: list[dict[str, Any]] = [
        {
            "chain_id": one.chain_id,
            "task": item.task.value,
            "packet": item.sequence,
            "fee_wei": str(item.fee_wei),
        }
        for one in found
        for item in one.plan.items
    ]
    updates = [
        {"chain_id": one.chain_id, "task": "update", "from_height": one.plan.wanted}
        for one in found
        if one.plan.wanted is not None
    ]
    if as_json:
        print_json({"updates": updates, "items": rows})
        return
    for update in updates:
        print_note(
            f"chain {update['chain_id']}: its client must learn of a block from height "
            f"{update['from_height']} on; more may follow"
        )
    if not rows and not updates:
        print_note("nothing to do")
    if rows:
        cells = [
            [str(r["chain_id"]), r["task"], str(r["packet"]), format_coins(int(r["fee_wei"]))]
            for r in rows
        ]
        print_table(["at chain", "task", "packet", "fee"], cells)


def _announce(ends: "Sequence[ChainEnd]", *, as_json: bool) -> None:
    places = [end.place for end in ends]
    if as_json:
        rows = [
            {"chain_id": p.chain_id, "bridge": to_checksum_address(p.bridge), "route": p.route}
            for p in places
        ]
        print_json({"ends": rows})
        return
    fields = [
        (f"chain {p.chain_id}", f"route {p.route} of {to_checksum_address(p.bridge)}")
        for p in places
    ]
    print_fields(fields, "Kumiai relays; Ctrl-C stops it")
