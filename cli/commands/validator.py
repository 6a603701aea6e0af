"""
`kumiai validator`: become a validator, and stay one.

    validator create --stake 100kum --from KEY     validator list, validator show WHO
    validator edit --moniker NAME, unjail          validator rotate-key

The key that signs votes is the home's, and another than the account that owns the stake: each
command that names it proves to the chain that it is held.
"""

import argparse
import re
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import coincurve
from eth_utils.address import to_checksum_address

from chain.certificates import sign_digest
from chain.codec import address_of
from chain.kit.abi import abi_type
from chain.kit.module import Module, method_named
from chain.types.primitives import Address, Bps, Hash32, Wei
from cli.client import number_of
from cli.commands.tx import show_sent
from cli.config import NodeConfig, home_of, load_config
from cli.errors import CommandFailed
from cli.home_signer import create_rotated_key, rotated_keys
from cli.output import print_json, print_note, print_table, print_value
from cli.parser import Parser, Subparsers, add_command, add_node
from cli.sending import add_sending, gas_of, send, sender_of
from cli.session import Session, open_session
from cli.transactions import Intent
from cli.units import AMOUNT_FORMS, format_bps, format_coins, parse_amount
from cli.validator_key import load_validator_key
from modules.slashing.module import Slashing
from modules.staking.keys import key_proof_digest
from modules.staking.module import Staking

PAGE: Final = 100  # validators of one question
SHARE: Final = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?%?")


def register(subparsers: Subparsers) -> None:
    """Declare `validator` and its commands."""
    top = add_command(
        subparsers,
        "validator",
        "become a validator, edit, unjail, rotate its key",
        None,
        "kumiai validator create --moniker alice --stake 100kum --from operator",
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    _register_create(commands)
    edit = add_command(
        commands,
        "edit",
        "change a validator's name or commission",
        run_edit,
        "kumiai validator edit --commission 4% --from operator",
    )
    change = edit.add_mutually_exclusive_group(required=True)  # each is a transaction
    change.add_argument("--moniker", metavar="NAME", help="shown to others")
    change.add_argument("--commission", metavar="SHARE", type=share_type, help="of rewards: 5%%")
    add_sending(edit)
    add_node(edit)
    for name, summary, run in (
        ("unjail", "come back after a jail's time", run_unjail),
        ("rotate-key", "sign with a new key from a few blocks on", run_rotate),
    ):
        parser = add_command(
            commands, name, summary, run, f"kumiai validator {name} --from operator"
        )
        add_sending(parser)
        add_node(parser)
    listed = add_command(commands, "list", "list all validators", run_list, "kumiai validator list")
    add_node(listed)
    shown = add_command(
        commands, "show", "show one validator", run_show, "kumiai validator show operator"
    )
    shown.add_argument("who", metavar="WHO", help="key or address of its operator")
    add_node(shown)


def _register_create(commands: Subparsers) -> None:
    parser = add_command(
        commands,
        "create",
        "become a validator; this home's key will sign its votes",
        run_create,
        "kumiai validator create --moniker alice --stake 100kum --commission 5% --from operator",
    )
    parser.add_argument("--moniker", metavar="NAME", required=True, help="shown to others")
    parser.add_argument("--stake", metavar="COINS", required=True, help=AMOUNT_FORMS)
    for name, default, doc in (
        ("commission", "5%", "share of the delegators' rewards"),
        ("commission-max", "20%", "the most it will ever be"),
        ("commission-change-max", "1%", "the furthest it will move in a day"),
    ):
        parser.add_argument(
            f"--{name}",
            metavar="SHARE",
            type=share_type,
            default=share_type(default),
            help=f"{doc} (default: {default}%)",
        )
    add_sending(parser)
    add_node(parser)


def share_type(text: str) -> Bps:
    """Return a share as 5% or 0.25%, in bps; argparse says what is wrong."""
    try:
        bps = int(Decimal(text.removesuffix("%")) * 100) if SHARE.fullmatch(text) else -1
    except InvalidOperation:
        bps = -1
    if not 0 <= bps <= 10_000:
        raise argparse.ArgumentTypeError(f"a share like 5% or 0.25% expected, found {text!r}")
    return Bps(bps)


def run_create(args: argparse.Namespace) -> int:
    """Stake the coins and name the home's key."""
    session = open_session(args)
    sender, key = sender_of(session, args), _home_key(args)
    values = (args.moniker, args.commission, args.commission_max, args.commission_change_max)
    proof = sign_proof(session, sender, key)
    return _send_call(
        session,
        args,
        Staking,
        "create_validator_with_key",
        *values,
        address_of(key),
        proof,
        value_wei=parse_amount(args.stake, "--stake"),
    )


def run_edit(args: argparse.Namespace) -> int:
    """Change the name or the commission."""
    session = open_session(args)
    if args.moniker is not None:
        return _send_call(session, args, Staking, "edit_validator", args.moniker)
    return _send_call(session, args, Staking, "set_commission", args.commission)


def run_unjail(args: argparse.Namespace) -> int:
    """End a jail whose time is over."""
    return _send_call(open_session(args), args, Slashing, "unjail")


def run_rotate(args: argparse.Namespace) -> int:
    """Make a new key in the home and have the chain accept its votes."""
    session, config = open_session(args), _home_of_keys(args)
    sender = sender_of(session, args)
    _validator(session, sender)  # refuses before a key is made
    chain_id = number_of(session.client.call("eth_chainId"), "chain id")
    key = _unused_key(session, config) or create_rotated_key(config, chain_id)
    proof = sign_proof(session, sender, key)
    status = _send_call(session, args, Staking, "rotate_consensus_key", address_of(key), proof)
    if not args.json:
        print_note(
            "the node signs with the new key by itself as soon as the set names it; keep the old "
            "one until then"
        )
    return status


def run_list(args: argparse.Namespace) -> int:
    """Print every validator."""
    session = open_session(args)
    found: list[Any] = []
    while page := _view(session, "validators", len(found), PAGE):
        found += page
    if args.json:
        print_json([_row(item) for item in found])
        return 0
    print_table(
        ["moniker", "operator", "stake", "commission", "elected"],
        [
            [
                item.moniker,
                to_checksum_address(item.validator),
                format_coins(item.tokens_wei),
                format_bps(item.commission_bps),
                "yes" if item.is_elected else "no",
            ]
            for item in found
        ],
    )
    return 0


def run_show(args: argparse.Namespace) -> int:
    """Print all that staking knows of one validator."""
    session = open_session(args)
    who = session.book.resolve(args.who, "validator")
    found = _validator(session, who)
    print_value(abi_type(type(found)), found, session.style)
    return 0


def sign_proof(session: Session, operator: Address, key: bytes) -> bytes:
    """Return the new key's signature that it belongs to this operator."""
    chain_id = number_of(session.client.call("eth_chainId"), "chain id")
    nonce = _view(session, "key_nonce", operator)
    digest = Hash32(key_proof_digest(chain_id, operator, nonce))
    return sign_digest(digest, coincurve.PrivateKey(key))


def _unused_key(session: Session, config: NodeConfig) -> bytes | None:
    """Return a key that an earlier rotation made and the chain did not take, so none pile up."""
    for place in rotated_keys(config):
        key = load_validator_key(place / "key")
        if key is not None and not any(_view(session, "operator_of", address_of(key))):
            return key
    return None


def _home_of_keys(args: argparse.Namespace) -> NodeConfig:
    """Return the settings of a home whose own keys sign; refuses where a signer elsewhere does."""
    config = load_config(home_of(args.home))
    if config.signer:
        raise CommandFailed(
            f"the signer at {config.signer} holds the key: run this where it runs, with its --home "
            "and --node URL of this node"
        )
    return config


def _home_key(args: argparse.Namespace) -> bytes:
    config = _home_of_keys(args)
    key = load_validator_key(config.validator_key_path)
    if key is None:
        raise CommandFailed(
            f"no validator key at {config.validator_key_path}: run this on the node's machine, "
            "with its --home"
        )
    return key


def _validator(session: Session, operator: Address) -> Any:
    return _view(session, "validator", operator)


def _view(session: Session, name: str, *values: Any) -> Any:
    method = method_named(Staking, name)
    assert method is not None, name
    return session.contracts.view(Staking, method, values)


def _row(item: Any) -> dict[str, Any]:
    return {
        "operator": to_checksum_address(item.validator),
        "consensus_address": to_checksum_address(item.consensus_address),
        "moniker": item.moniker,
        "stake_wei": str(item.tokens_wei),
        "commission_bps": item.commission_bps,
        "elected": item.is_elected,
    }


def _send_call(
    session: Session,
    args: argparse.Namespace,
    module: type[Module],
    name: str,
    *values: Any,
    value_wei: int = 0,
) -> int:
    method = method_named(module, name)
    assert method is not None, name
    intent = Intent(
        sender_of(session, args),
        module.address,
        Wei(value_wei),
        method.encode_call(*values),
        gas_of(args),
    )
    show_sent(session, send(session, args, intent, f"call {module.name}.{name}"))
    return 0
