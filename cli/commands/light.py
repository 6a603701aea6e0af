"""
`kumiai light`: follow a chain from a hash that you trust, believing no node.

    --rpc URL      what it says is verified      --witness URL   has to agree
    HOME/light/N   what was verified of chain N, so that the hash is needed once
"""

import argparse
import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from eth_utils.address import to_checksum_address

from chain.errors import Unavailable
from chain.light.block import LightBlock
from chain.light.errors import TrustExpired
from chain.light.verifier import TrustLevel, TrustPolicy
from chain.types.primitives import Hash32, Height, Milliseconds
from cli.client import number_of
from cli.commands.devnet import chain_id_type
from cli.config import NodeConfig, home_of
from cli.errors import CommandFailed, UsageWrong
from cli.light import RpcProvider, policy_for, save_attack, submit_attack
from cli.output import print_fields, print_json, print_line, print_note, progress
from cli.parser import Subparsers, add_command, add_home
from cli.units import format_seconds, format_span, parse_span
from consensus.host.clock import SystemClock
from consensus.light.client import LightClient
from consensus.light.errors import AttackDetected
from consensus.light.store import FileTrustedStore

T = TypeVar("T")

POLL_MS: Final = Milliseconds(500)  # between two questions for a new block
EACH_BLOCKS_MAX: Final = 100  # new blocks that are verified one by one; more are skipped over
WITNESSES_MAX: Final = 16
HEIGHT_MAX: Final = 2**63 - 1
LINE: Final = "{:>12}  {:<66}  {:<23}  {:>10}"  # height, hash, time, validators


@dataclass(frozen=True, slots=True)
class Following:
    """One run of the command."""

    client: LightClient
    primary: RpcProvider
    witnesses: tuple[RpcProvider, ...]
    directory: Path
    as_json: bool


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "light",
        "follow a chain from a trusted hash, verifying every header",
        run,
        "kumiai light --rpc http://one.example:8545 --witness http://two.example:8545 \\\n"
        "      --trust-height 120000 --trust-hash 0x…\n"
        "  kumiai light --rpc URL --witness URL --once --json     verify up to the newest block\n"
        "  kumiai light --rpc URL --witness URL --height 4711     one header, verified",
    )
    add = parser.add_argument
    add("--rpc", metavar="URL", required=True, help="JSON-RPC of the node that is followed")
    add("--witness", metavar="URL", action="append", default=[], help="that has to agree; repeat")
    add("--trust-height", metavar="H", help="height of a block that you trust")
    add("--trust-hash", metavar="0x…", help="its hash, from someone you trust, not from the node")
    add("--trust-period", metavar="TIME", help="how long a block is trusted (default: 14d)")
    add("--trust-level", metavar="N/M", default="1/3", help="share that has to sign (default: 1/3)")
    add("--chain-id", metavar="N", type=chain_id_type, help="of the chain (default: the node's)")
    add("--once", action="store_true", help="verify up to the newest block and stop")
    add("--height", metavar="N", help="verify and show one block and stop")
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Follow the chain until Ctrl-C, or do what --once or --height ask."""
    trusted, height = trusted_block_of(args), height_of(args.height, "--height")
    following = prepare(args)
    try:
        asyncio.run(_run(following, trusted, args.once, height))
    except AttackDetected as attack:
        asyncio.run(_report(following, attack))
        raise CommandFailed(f"{attack}: trust neither until people have looked") from attack
    return 0


def prepare(args: argparse.Namespace) -> Following:
    """Return the light client of the flags; raises CommandFailed."""
    if not 1 <= len(args.witness) <= WITNESSES_MAX:
        raise UsageWrong(
            f"--witness: 1 to {WITNESSES_MAX} URLs of other nodes expected, found "
            f"{len(args.witness)}: a node alone could show a chain of its own"
        )
    primary = RpcProvider(args.rpc, "--rpc")
    witnesses = tuple(RpcProvider(url, "--witness") for url in args.witness)
    if all(witness.name == primary.name for witness in witnesses):
        print_note("note: the only witness is the node itself, so nobody checks it")
    chain_id = args.chain_id or number_of(primary.call("eth_chainId"), "chain id")
    directory = NodeConfig(home_of(args.home)).light_dir(chain_id)
    client = LightClient(
        policy_of(args, primary, chain_id),
        primary,
        witnesses,
        FileTrustedStore(directory),
        SystemClock(),
    )
    return Following(client, primary, witnesses, directory, args.json)


def policy_of(args: argparse.Namespace, primary: RpcProvider, chain_id: int) -> TrustPolicy:
    """Return whom to trust; raises UsageWrong."""
    usual = policy_for(primary, chain_id)
    policy = replace(usual, trust_level=trust_level_of(args.trust_level))
    if args.trust_period is None:
        return policy
    period_ms = Milliseconds(parse_span(args.trust_period, "--trust-period") * 1_000)
    if not 0 < period_ms < policy.unbonding_ms:
        raise UsageWrong(
            f"--trust-period: more than nothing and less than the chain's unbonding time of "
            f"{format_span(policy.unbonding_ms // 1_000)} expected, found {args.trust_period}"
        )
    return replace(policy, trusting_period_ms=period_ms)


def trust_level_of(text: str) -> TrustLevel:
    """Return the fraction that a text names; raises UsageWrong."""
    numerator, slash, denominator = text.partition("/")
    try:
        if not slash or len(text) > 20 or not text.replace("/", "").isdecimal():
            raise ValueError
        return TrustLevel(int(numerator), int(denominator))
    except ValueError as cause:
        raise UsageWrong(f"--trust-level: 1/3 to 1/1 expected, found {text[:48]!r}") from cause


def trusted_block_of(args: argparse.Namespace) -> tuple[Height, Hash32] | None:
    """Return --trust-height and --trust-hash, None where neither is given; raises UsageWrong."""
    height = height_of(args.trust_height, "--trust-height")
    if (height is None) != (args.trust_hash is None):
        raise UsageWrong("--trust-height and --trust-hash belong together: give both or neither")
    if height is None:
        return None
    try:
        block_hash = bytes.fromhex(args.trust_hash.removeprefix("0x"))
    except ValueError:
        block_hash = b""
    if len(block_hash) != 32:
        raise UsageWrong(f"--trust-hash: 0x and 64 hex digits expected: {args.trust_hash[:70]!r}")
    return height, Hash32(block_hash)


def height_of(text: str | None, flag: str) -> Height | None:
    """Return the height that a flag names; raises UsageWrong."""
    if text is None:
        return None
    if not text.isascii() or not text.isdigit() or len(text) > 19 or int(text) > HEIGHT_MAX:
        raise UsageWrong(f"{flag}: a block number expected, found {text[:48]!r}")
    return Height(int(text))


async def _run(
    following: Following, trusted: tuple[Height, Hash32] | None, once: bool, height: Height | None
) -> None:
    client = following.client
    if trusted is not None:
        await client.begin(*trusted)
    elif client.newest is None:
        raise UsageWrong(
            "--trust-height and --trust-hash: a block that you trust expected the first time; "
            "take both from someone you trust, for example an explorer or `kumiai status --node`"
        )
    start, steps = client.newest, list[int]()
    assert start is not None
    with progress("verifying") as show:

        def on_step(verified: Height, wanted: Height) -> None:
            steps.append(verified)
            show(abs(verified - start.height), abs(wanted - start.height))

        if height is not None:
            block = await client.verify_at(height, on_step)
        else:
            block = await client.verify_newest(on_step)
    _tell_removed(client, 0)
    if height is not None:
        _show_one(following, block, {})
    elif once:
        _show_one(following, block, _summary(client, start, len(steps)))
    else:
        await _follow(following, block)


async def _follow(following: Following, newest: LightBlock) -> None:
    """Print each block as it is verified, for ever."""
    if not following.as_json:
        print_line(LINE.format("height", "hash", "time", "validators"))
    _show_line(following, newest)
    told, removed = "", len(following.client.removed)
    while True:
        await asyncio.sleep(POLL_MS / 1_000)
        try:
            async for block in _new_blocks(following, newest):
                newest, told = block, ""
                _show_line(following, block)
        except TrustExpired:
            raise
        except Unavailable as reason:
            if not following.client.witnesses:
                raise  # all of them were left out: nobody can confirm anything any more
            if str(reason) != told:  # it may come back: say so once and go on asking
                print_note(f"waiting: {reason}")
            told = str(reason)
        removed = _tell_removed(following.client, removed)


async def _new_blocks(following: Following, last: LightBlock) -> AsyncIterator[LightBlock]:
    """Verify and yield what is new since a block, in order."""
    client = following.client
    newest = await following.primary.light_block(None)
    is_other = newest.height == last.height and newest.hash != last.hash
    if is_other or newest.height - last.height > EACH_BLOCKS_MAX:
        yield await client.verify_newest()  # refuses another block of a trusted height
        return
    for height in range(last.height + 1, newest.height + 1):
        yield await client.verify_at(Height(height))


def _tell_removed(client: LightClient, known: int) -> int:
    for reason in client.removed[known:]:
        print_note(f"a witness was left out: {reason}")
    return len(client.removed)


def _summary(client: LightClient, start: LightBlock, steps: int) -> dict[str, Any]:
    return {
        "from_height": start.height,
        "from_hash": "0x" + start.hash.hex(),
        "steps": steps,
        "witnesses": [witness.name for witness in client.witnesses],
        "removed": client.removed,
    }


def fields_of(block: LightBlock) -> dict[str, Any]:
    """Return what is shown of a verified block, for programs."""
    commit, header = block.commit, block.header
    return {
        "height": block.height,
        "hash": "0x" + block.hash.hex(),
        "time_ms": block.time_ms,
        "state_root": "0x" + header.state_root.hex(),
        "proposer": None if commit is None else to_checksum_address(header.coinbase),
        "round": None if commit is None else commit.certificate.round,
        "validators": None if commit is None else len(commit.validators),
        "total_power": None if commit is None else commit.validators.total_power,
        "next_validators_hash": "0x" + header.extra_data.hex(),
    }


def _show_line(following: Following, block: LightBlock) -> None:
    found = fields_of(block)
    if following.as_json:
        print_json(found)
        return
    when = format_seconds(block.time_ms // 1_000)
    validators = "genesis" if block.commit is None else str(len(block.commit.validators))
    print_line(LINE.format(f"{block.height:,}", found["hash"], when, validators))


def _show_one(following: Following, block: LightBlock, more: dict[str, Any]) -> None:
    found = fields_of(block) | more
    if following.as_json:
        print_json(found)
        return
    shown = found | {"time_ms": format_seconds(block.time_ms // 1_000)}
    names = {"time_ms": "time"}
    print_fields([(_words(names.get(n, n)), _text(shown[n])) for n in shown], "verified")


def _words(name: str) -> str:
    return name.replace("_", " ")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(map(str, value)) or "none"
    if isinstance(value, int):
        return f"{value:,}"
    return "none" if value is None else str(value)


async def _report(following: Following, attack: AttackDetected) -> None:
    """Print an attack, keep its proof, and tell both chains."""
    path = save_attack(attack, following.directory)
    told = await submit_attack(attack, following.primary, following.witnesses)
    header, theirs = attack.against_primary.header, attack.against_witness
    found: dict[str, Any] = {
        "attack": header.height,
        "primary_hash": "0x" + header.hash.hex(),
        "witness": attack.witness,
        "witness_hash": None if theirs is None else "0x" + theirs.header.hash.hex(),
        "accountable_height": attack.against_primary.common_height,
        "evidence": str(path),
        "submitted": [f"{name}: {answer}" for name, answer in told],
    }
    if following.as_json:
        print_json(found)
    else:
        print_fields([(_words(name), _text(found[name])) for name in found], "attack")
