"""
`kumiai relayer`: carry packets between this chain and another; anybody may.

    this node <--key-- relayer --key--> the other chain's node       HOME/relayer/route-N.json
"""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from eth_utils.address import to_checksum_address

from cli.config import home_of
from cli.errors import UsageWrong
from cli.logs import start_logging
from cli.output import print_fields, print_json, print_note, print_table, waiting
from cli.parser import Parser, Subparsers, add_command, add_node, client_of
from cli.routes import number_type
from cli.session import keyring_of
from cli.units import format_coins, parse_amount

if TYPE_CHECKING:
    from bridge.ends.end import ChainEnd
    from bridge.relayer import Intention
    from cli.bridge_process import RelayerSetting

BATCH_MAX: Final = 100  # calls in one go that may be asked for
PORT_MAX: Final = 65_535


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
    run_relayer(setting, lambda ends: _announce(ends, as_json=args.json))
    return 0


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
