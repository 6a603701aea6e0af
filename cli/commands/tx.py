"""
`kumiai tx`: send a transaction.

    tx MODULE                      its calls, with what they take
    tx MODULE CALL ARGS… --from K  one call
    tx send TO AMOUNT --from K     coins
"""

import argparse
from collections.abc import Sequence
from typing import Any, Final

from chain.kit.module import CoinsMoved
from chain.kit.text import to_json
from chain.types.primitives import Wei
from cli.arguments import method_called, module_called, parse_arguments
from cli.contracts import SeenEvent, hex_of
from cli.errors import UsageWrong
from cli.listing import list_methods
from cli.output import Style, print_fields, print_json, print_table, show
from cli.parser import Subparsers, add_command, add_node, style_of
from cli.sending import Sent, add_sending, gas_of, send, sender_of
from cli.session import Session, open_session
from cli.transactions import Intent
from cli.units import AMOUNT_FORMS, format_coins, parse_amount
from modules import assemble

SEND: Final = "send"  # the word of a plain transfer


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "tx",
        "send a transaction: a module's call, or coins",
        run,
        "kumiai tx send dev1 1.5kum --from dev0\n"
        "  kumiai tx staking delegate validator --value 10kum --from dev0\n"
        "  kumiai tx model_fees                     what can be called",
    )
    parser.add_argument("subject", metavar="MODULE", help="or send")
    parser.add_argument("words", metavar="CALL ARGS", nargs="*", help="the call and what it takes")
    parser.add_argument(
        "--value", metavar="COINS", default="0", help=f"coins to send along: {AMOUNT_FORMS}"
    )
    add_sending(parser, is_required=False)  # listing a module's calls needs no key
    add_node(parser)


def run(args: argparse.Namespace) -> int:
    """Send one transaction, or list a module's calls."""
    if args.subject != SEND and not args.words:
        module = module_called(assemble(), args.subject)
        return list_methods(module, style_of(args), is_view=False)
    if args.sender is None:
        raise UsageWrong("--from KEY is missing: see `kumiai keys list`")
    session = open_session(args)
    intent, what = (_transfer if args.subject == SEND else _call)(session, args)
    show_sent(session, send(session, args, intent, what))
    return 0


def _transfer(session: Session, args: argparse.Namespace) -> tuple[Intent, str]:
    if len(args.words) != 2:
        raise UsageWrong("send takes a receiver and an amount: `kumiai tx send dev1 1.5kum`")
    if args.value != "0":
        raise UsageWrong("send takes its amount as an argument, not as --value")
    to = session.book.resolve(args.words[0], "receiver")
    amount_wei = parse_amount(args.words[1])
    intent = Intent(sender_of(session, args), to, amount_wei, gas=gas_of(args))
    return intent, f"send {format_coins(amount_wei)}"


def _call(session: Session, args: argparse.Namespace) -> tuple[Intent, str]:
    module = module_called(session.assembly, args.subject)
    method = method_called(module, args.words[0], is_view=False)
    if method.governed:
        raise UsageWrong(
            f"{module.name}.{method.name} is made by a passed proposal: "
            f"`kumiai gov submit --call {module.name} {method.name} …`"
        )
    values = parse_arguments(method, args.words[1:], session.book)
    value_wei = parse_amount(args.value, "--value")
    if value_wei and not method.payable:
        raise UsageWrong(f"{module.name}.{method.name} takes no coins: leave --value out")
    intent = Intent(
        sender_of(session, args),
        module.address,
        Wei(value_wei),
        method.encode_call(*values),
        gas_of(args),
    )
    return intent, f"call {module.name}.{method.name}"


def show_sent(session: Session, sent: Sent) -> None:
    """Print what came of a transaction."""
    style = session.style
    if style.as_json:
        print_json(sent_json(sent))
        return
    rows = [("transaction", sent.hash)]
    if sent.receipt is None:
        rows.append(("status", f"sent; see it with `kumiai query tx {sent.hash}`"))
    else:
        fee = format_coins(sent.receipt.fee_wei, in_wei=style.in_wei)
        rows.append(("block", f"{sent.receipt.height:,}"))
        rows.append(("gas used", f"{sent.receipt.gas_used:,} (fee {fee})"))
    print_fields(rows)
    if sent.events:
        print_table(["event", "fields"], event_rows(sent.events, style))


def sent_json(sent: Sent) -> dict[str, Any]:
    """Return what came of a transaction as JSON data."""
    data: dict[str, Any] = {"tx": sent.hash}
    if sent.receipt is not None:
        data |= {
            "height": sent.receipt.height,
            "gas_used": sent.receipt.gas_used,
            "fee_wei": str(sent.receipt.fee_wei),
            "events": events_json(sent.events),
        }
    return data


def events_json(events: Sequence[SeenEvent]) -> list[dict[str, Any]]:
    """Return events as JSON data, their fields by name."""
    return [
        {
            "module": event.module,
            "event": event.name,
            "fields": {
                name: hex_of(value) if kind is None else to_json(kind, value)
                for name, (kind, value) in event.fields.items()
            },
        }
        for event in events
    ]


def event_rows(events: Sequence[SeenEvent], style: Style) -> list[list[str]]:
    """Return events for a table; coin moves come last, as they follow from the others."""
    ordered = sorted(events, key=lambda event: event.name == CoinsMoved.__name__)
    return [
        [
            f"{event.module}.{event.name}",
            "\n".join(
                f"{name} {hex_of(value) if kind is None else show(kind, value, style)}"
                for name, (kind, value) in event.fields.items()
            ),
        ]
        for event in ordered
    ]
