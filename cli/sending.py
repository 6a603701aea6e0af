"""
One transaction from a command's flags to what its user sees: shared by `tx` and `gov`.

    intent --offer (dry run)--> ask, unless the key is open --> sign, send --> wait --> Sent
"""

import argparse
import sys
from dataclasses import dataclass

from eth_utils.address import to_checksum_address

from chain.types.primitives import Address
from cli.contracts import SeenEvent
from cli.errors import CommandFailed, UsageWrong
from cli.output import print_note, waiting
from cli.session import Session
from cli.transactions import Intent, Offer, Receipt, Sender
from cli.units import format_coins

GAS_MAX = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent, and what came of it; no receipt with --no-wait."""

    hash: str
    receipt: Receipt | None
    events: list[SeenEvent]


def add_sending(parser: argparse.ArgumentParser, *, is_required: bool = True) -> None:
    """Add the flags of every command that sends a transaction."""
    parser.add_argument(
        "--from",
        dest="sender",
        metavar="KEY",
        required=is_required,
        help="name or address of a key",
    )
    parser.add_argument("--gas", type=int, metavar="N", help="gas limit (default: estimated)")
    parser.add_argument("--yes", action="store_true", help="do not ask before sending")
    parser.add_argument("--no-wait", action="store_true", help="do not wait for the block")


def sender_of(session: Session, args: argparse.Namespace) -> Address:
    """Return the account that --from names; raises CommandFailed."""
    return session.keyring.find(args.sender).address


def gas_of(args: argparse.Namespace) -> int | None:
    """Return --gas, None where it is to be estimated."""
    if args.gas is not None and not 0 < args.gas <= GAS_MAX:
        raise UsageWrong(f"--gas: 1 to {GAS_MAX} expected, found {args.gas}")
    found: int | None = args.gas
    return found


def send(session: Session, args: argparse.Namespace, intent: Intent, what: str) -> Sent:
    """Send a transaction and wait for it; raises Refused, TransactionFailed, CommandFailed."""
    sender = Sender(session.contracts)
    with waiting("asking the node what it takes"):
        offer = sender.offer(intent)
    _confirm(session, args, intent, offer, what)
    key = session.keyring.unlock(args.sender)
    transaction_hash = sender.submit(intent, offer, key)
    if args.no_wait:
        return Sent(transaction_hash, None, [])
    with waiting(f"waiting for the block of {transaction_hash}"):
        receipt = sender.wait(transaction_hash)
    sender.check(intent, receipt)
    return Sent(transaction_hash, receipt, session.contracts.events_of(receipt.logs))


def _confirm(
    session: Session, args: argparse.Namespace, intent: Intent, offer: Offer, what: str
) -> None:
    """Ask a person before coins move; open keys (a devnet's) and programs are not asked."""
    is_person = sys.stdin.isatty() and sys.stderr.isatty() and not args.json
    if args.yes or not is_person or session.keyring.is_open(args.sender):
        return
    most_wei = intent.value_wei + offer.gas * offer.max_fee_wei
    print_note(f"{what}, from {args.sender} to {to_checksum_address(intent.to)}")
    print_note(
        f"coins {format_coins(intent.value_wei)}, gas up to {offer.gas:,}, "
        f"in all at most {format_coins(most_wei)}"
    )
    sys.stderr.write("send it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise CommandFailed("not sent")
