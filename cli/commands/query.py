"""
`kumiai query`: read the chain.

    query MODULE               its views, with what they take and give
    query MODULE VIEW ARGS…    one view, at --height
    query balance | block | tx what every chain has
"""

import argparse
from collections.abc import Callable, Sequence
from typing import Any, Final

from eth_utils.address import to_checksum_address

from chain.types.primitives import Wei
from cli.arguments import (
    method_called,
    module_called,
    parse_arguments,
)
from cli.client import bytes_of, number_of
from cli.commands.tx import event_rows, events_json
from cli.contracts import hex_of
from cli.errors import CommandFailed, UsageWrong
from cli.listing import list_methods
from cli.output import print_fields, print_json, print_line, print_note, print_table, print_value
from cli.parser import Subparsers, add_command, add_node, style_of
from cli.session import Session, open_session
from cli.transactions import read_receipt
from cli.units import format_coins, format_gas_price, format_seconds
from modules import assemble

HEIGHT_MAX: Final = 2**63 - 1
TRANSACTIONS_SHOWN_MAX: Final = 100  # hashes of a block that a person sees


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "query",
        "read the chain: a module's views, a balance, a block, a transaction",
        run,
        "kumiai query model_fees params --json\n  kumiai query governance proposal 1\n"
        "  kumiai query governance                  what it can be asked\n"
        "  kumiai query balance dev0\n  kumiai query block 12\n  kumiai query tx 0x…",
    )
    parser.add_argument("subject", metavar="MODULE", help="or balance, block, tx")
    parser.add_argument("words", metavar="VIEW ARGS", nargs="*", help="the view and what it takes")
    parser.add_argument("--height", metavar="N", help="at this block (default: the newest)")
    add_node(parser)


def run(args: argparse.Namespace) -> int:
    """Answer one question."""
    if args.subject in WORDS:
        return WORDS[args.subject](open_session(args), args.words, height_of(args))
    if not args.words:
        module = module_called(assemble(), args.subject)
        return list_methods(module, style_of(args), is_view=True)
    session, height = open_session(args), height_of(args)
    module = module_called(session.assembly, args.subject)
    method = method_called(module, args.words[0], is_view=True)
    values = parse_arguments(method, args.words[1:], session.book)
    result = session.contracts.view(module, method, values, height)
    print_value(method.output, result, session.style)
    return 0


def height_of(args: argparse.Namespace) -> int | None:
    """Return --height as a number, None for the newest block."""
    if args.height in (None, "latest"):
        return None
    return _height(args.height, "--height")


def _height(text: str, where: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 19 or int(text) > HEIGHT_MAX:
        raise UsageWrong(f"{where}: a block number expected, found {text[:48]!r}")
    return int(text)


def query_balance(session: Session, words: Sequence[str], height: int | None) -> int:
    """Show an account's coins."""
    if len(words) != 1:
        raise UsageWrong("balance takes one address or key name: `kumiai query balance dev0`")
    address = session.book.resolve(words[0])
    block = "latest" if height is None else hex(height)
    answer = session.client.call("eth_getBalance", hex_of(address), block)
    balance_wei = number_of(answer, "balance")
    if session.style.as_json:
        print_json({"address": to_checksum_address(address), "balance_wei": str(balance_wei)})
    else:
        print_line(format_coins(balance_wei, in_wei=session.style.in_wei))
    return 0


def query_block(session: Session, words: Sequence[str], height: int | None) -> int:
    """Show a block by number or hash, the newest without either."""
    if len(words) > 1:
        raise UsageWrong("block takes a number, a hash, or nothing: `kumiai query block 12`")
    wanted = words[0] if words else "latest" if height is None else str(height)
    block = _find_block(session, wanted)
    if block is None:
        raise CommandFailed(f"no block {wanted}: the newest is shown by `kumiai query block`")
    if session.style.as_json:
        print_json(block)
        return 0
    hashes = block["transactions"]
    base_fee_wei = number_of(block["baseFeePerGas"], "base fee")
    print_fields(
        [
            ("height", f"{number_of(block['number'], 'number'):,}"),
            ("hash", block["hash"]),
            ("parent", block["parentHash"]),
            ("time", format_seconds(number_of(block["timestamp"], "time"))),
            ("proposer", to_checksum_address(block["miner"])),
            ("gas used", f"{number_of(block['gasUsed'], 'gas'):,}"),
            ("gas limit", f"{number_of(block['gasLimit'], 'gas'):,}"),
            ("base fee", format_gas_price(base_fee_wei)),
            ("state root", block["stateRoot"]),
            ("transactions", str(len(hashes))),
            *(("", item) for item in hashes[:TRANSACTIONS_SHOWN_MAX]),
        ]
    )
    return 0


def _find_block(session: Session, wanted: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None
    if wanted.startswith("0x") and len(wanted) == 66:
        found = session.client.call("eth_getBlockByHash", wanted, False)
    else:
        number = wanted if wanted == "latest" else hex(_height(wanted, "block"))
        found = session.client.call("eth_getBlockByNumber", number, False)
    return found


def query_tx(session: Session, words: Sequence[str], height: int | None) -> int:
    """Show a transaction, and what came of it."""
    if len(words) != 1 or len(words[0]) != 66:
        raise UsageWrong("tx takes a transaction's hash, 0x and 64 hex digits")
    found = session.client.call("eth_getTransactionByHash", words[0])
    if found is None:
        raise CommandFailed(f"no transaction {words[0]}: it never came here, or was dropped")
    raw = session.client.call("eth_getTransactionReceipt", words[0])
    receipt = None if raw is None else read_receipt(raw)
    events = [] if receipt is None else session.contracts.events_of(receipt.logs)
    if session.style.as_json:
        print_json({"transaction": found, "receipt": raw, "events": events_json(events)})
        return 0
    value_wei = Wei(number_of(found["value"], "value"))
    rows = [
        ("hash", found["hash"]),
        ("from", to_checksum_address(found["from"])),
        ("to", to_checksum_address(found["to"]) if found["to"] else "a new contract"),
        ("value", format_coins(value_wei, in_wei=session.style.in_wei)),
        ("nonce", f"{number_of(found['nonce'], 'nonce'):,}"),
        ("data", f"{len(bytes_of(found['input'], 'input')):,} bytes"),
    ]
    if receipt is None:
        print_fields([*rows, ("status", "waiting for a block")])
        return 0
    rows += [
        ("status", "succeeded" if receipt.succeeded else "failed"),
        ("block", f"{receipt.height:,}"),
        ("gas used", f"{receipt.gas_used:,}"),
        ("fee", format_coins(receipt.fee_wei, in_wei=session.style.in_wei)),
    ]
    print_fields(rows)
    if events:
        print_table(["event", "fields"], event_rows(events, session.style))
    elif receipt.logs:
        print_note(f"{len(receipt.logs)} logs of contracts: see them with --json")
    return 0


WORDS: Final[dict[str, Callable[[Session, Sequence[str], int | None], int]]] = {
    "balance": query_balance,
    "block": query_block,
    "tx": query_tx,
}
