"""
`kumiai bridge attest`: a validator's witness of an EVM chain.

    two or more RPC sources --agree?--> sign with the key that the validator named --> this chain
    HOME/bridge/attester.json: what was signed, so that no word is ever contradicted
"""

import argparse
from typing import Final

from eth_utils.address import to_checksum_address

from cli.arguments import AddressBook
from cli.config import home_of
from cli.logs import start_logging
from cli.output import print_fields, print_json
from cli.parser import Parser, Subparsers, add_command, add_node, client_of
from cli.routes import number_type
from cli.session import keyring_of
from modules import assemble

EVERY_DEFAULT: Final = 32  # blocks: an epoch of Ethereum, after which others are final


def register(subparsers: Subparsers) -> None:
    """Declare `bridge attest` and its command."""
    example = (
        "kumiai bridge attest start --client 1 --validator 0x… --from hot \\\n"
        "      --source http://one.example:8545 --source http://two.example:8545"
    )
    top = add_command(subparsers, "attest", "vouch for an EVM chain's headers", None, example)
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    parser = add_command(
        commands, "start", "attest to headers that several sources agree on", run_start, example
    )
    add = parser.add_argument
    add("--client", metavar="N", type=number_type, required=True, help="of that chain, on this one")
    add("--validator", metavar="0x…", required=True, help="the account that has the bond")
    add("--from", dest="sender", metavar="KEY", required=True, help="the key that it named; signs")
    add("--gas-from", metavar="KEY", help="pays for gas (default: --from)")
    add("--source", metavar="URL", action="append", required=True, help="two or more; repeat")
    add("--quorum", metavar="N", type=number_type, help="sources that have to agree (default: all)")
    add(
        "--every",
        metavar="N",
        type=number_type,
        default=EVERY_DEFAULT,
        help=f"heights apart; as the other attesters (default: {EVERY_DEFAULT})",
    )
    add("--first-time", action="store_true", help="begin the memory of who never attested before")
    add("--metrics-port", metavar="N", type=number_type, help="serve Prometheus metrics there")
    add_node(parser)


def run_start(args: argparse.Namespace) -> int:
    """Attest until Ctrl-C."""
    from bridge.attester import Duty, check_sources
    from cli.bridge_process import AttesterSetting, run_attester
    from cli.commands.relayer import port_of
    from cli.errors import UsageWrong

    sources = tuple(dict.fromkeys(args.source))
    check_sources(len(sources), len(sources) if args.quorum is None else args.quorum)
    if args.every < 1:
        raise UsageWrong(f"--every: 1 or more expected, found {args.every}")
    keyring = keyring_of(args)
    validator = AddressBook(keyring, assemble()).resolve(args.validator, "--validator")
    key = keyring.unlock(args.sender)
    setting = AttesterSetting(
        client_of(args).url,
        sources,
        Duty(validator, key, args.client, args.every),
        key if args.gas_from is None else keyring.unlock(args.gas_from),
        args.quorum,
        home_of(args.home) / "bridge" / "attester.json",
        args.first_time,
        port_of(args.metrics_port),
    )
    start_logging("info", "text")

    def announce() -> None:
        name = to_checksum_address(validator)
        if args.json:
            print_json({"validator": name, "client": args.client, "sources": list(sources)})
            return
        rows = [("validator", name), ("client", str(args.client)), ("sources", "\n".join(sources))]
        print_fields(rows, "Kumiai attests; Ctrl-C stops it")

    run_attester(setting, announce)
    return 0
