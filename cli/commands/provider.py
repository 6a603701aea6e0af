"""
`kumiai provider`: offer compute, run orders in sandboxes, and be paid.

    init: HOME/provider/provider.toml, to be edited     run: until Ctrl-C     status: the books
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cli.config import home_of
from cli.errors import CommandFailed, UsageWrong
from cli.logs import start_logging
from cli.output import print_fields, print_json, print_note, waiting
from cli.parser import Parser, Subparsers, add_command, add_node, client_of
from cli.session import keyring_of
from cli.units import format_coins

if TYPE_CHECKING:
    from agents.books import Statement
    from agents.provider.process import Setting
    from agents.provider.provider import Standing

DIRECTORY: Final = "provider"  # of the home, where none is named
PORT_MAX: Final = 65_535
EXECUTORS: Final = ("local", "ray", "container")
EXAMPLE: Final = (
    "kumiai provider init                         write a policy, then edit it\n"
    "  kumiai provider run --from dev1\n"
    "  kumiai provider run --from dev1 --executor ray --ray-address 10.0.0.5:6379\n"
    "  kumiai provider status --from dev1"
)


def register(subparsers: Subparsers) -> None:
    """Declare `provider` and its commands."""
    top = add_command(subparsers, "provider", "offer compute and be paid for it", None, EXAMPLE)
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    parser = add_command(
        commands, "init", "write a policy to begin from", run_init, "kumiai provider init"
    )
    _add_place(parser)
    parser = add_command(
        commands, "run", "take orders, run them and judge others' results", run_run, EXAMPLE
    )
    _add_place(parser)
    _add_running(parser)
    example = "kumiai provider status --from dev1"
    parser = add_command(
        commands, "status", "show what the provider earned and spent", run_status, example
    )
    _add_place(parser)
    parser.add_argument("--from", dest="sender", metavar="KEY", required=True, help="its key")


def _add_place(parser: argparse.ArgumentParser) -> None:
    add_node(parser)
    parser.add_argument(
        "--dir", metavar="DIR", type=Path, help="the provider's own (default: HOME/provider)"
    )


def _add_running(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--from", dest="sender", metavar="KEY", required=True, help="acts, pays gas and is paid")
    add("--device-key", metavar="KEY", help="signs the beats of the policy's device")
    add("--executor", choices=EXECUTORS, default="", help="where jobs run (the policy's)")
    add("--ray-address", metavar="HOST:PORT", help="a Ray cluster (default: one of this machine)")
    add("--page-host", metavar="HOST", default="127.0.0.1", help="serve results and metrics there")
    add("--page-port", metavar="N", type=int, default=8650, help="(default: 8650; 0: any)")


def run_init(args: argparse.Namespace) -> int:
    """Write a policy where none is."""
    from agents.provider.policy import EXAMPLE as POLICY
    from agents.provider.process import POLICY_NAME

    path = place_of(args) / POLICY_NAME
    if path.exists():
        raise CommandFailed(f"{path} is there already: edit it, or name another --dir")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(POLICY)
    if args.json:
        print_json({"policy": str(path)})
        return 0
    print_note(f"{path} written: set your prices there, then `kumiai provider run --from KEY`")
    return 0


def run_run(args: argparse.Namespace) -> int:
    """Work until Ctrl-C."""
    from agents.provider.process import run_provider

    setting = setting_of(args)
    with waiting("looking for orders") as reword:
        start_logging("info", "json" if args.json else "text")  # its lines go above what is shown
        _answering(lambda: run_provider(setting, _reporter(reword, as_json=args.json)))
    return 0


def run_status(args: argparse.Namespace) -> int:
    """Print the books of a provider, running or not."""
    from agents.provider.reading import read_statement

    setting = setting_of(args)
    statement = _answering(lambda: read_statement(setting))
    if args.json:
        print_json(statement_json(statement))
        return 0
    rows = [(reason, signed(wei)) for reason, wei in statement.rows_wei.items()]
    if statement.difference_wei:
        rows.append(("by others, with the same key", signed(statement.difference_wei)))
    rows.append(("coins now", format_coins(statement.closing_wei)))
    print_fields(rows, f"Provider {setting.wallet.address}, block {statement.height:,}")
    return 0


def place_of(args: argparse.Namespace) -> Path:
    """Return the provider's directory."""
    return Path(args.dir or home_of(args.home) / DIRECTORY)


def setting_of(args: argparse.Namespace) -> "Setting":
    """Return what the flags ask for; raises UsageWrong, CommandFailed."""
    from agents.provider.process import Setting
    from client import Wallet

    port = getattr(args, "page_port", 0)
    if not 0 <= port <= PORT_MAX:
        raise UsageWrong(f"--page-port: 0 to {PORT_MAX} expected, found {port}")
    keyring, device_key = keyring_of(args), getattr(args, "device_key", None)
    return Setting(
        url=client_of(args).url,
        home=place_of(args),
        secrets=(home_of(args.home).resolve(),),
        wallet=Wallet(keyring.unlock(args.sender)),
        device_wallet=Wallet(keyring.unlock(device_key)) if device_key else None,
        executor=getattr(args, "executor", ""),
        ray_address=getattr(args, "ray_address", None),
        page_port=port,
        page_host=getattr(args, "page_host", "127.0.0.1"),
    )


def statement_json(statement: "Statement") -> dict[str, Any]:
    """Return a statement for programs; wei as texts, as they exceed what JSON's readers hold."""
    return {
        "height": statement.height,
        "opening_wei": str(statement.opening_wei),
        "closing_wei": str(statement.closing_wei),
        "difference_wei": str(statement.difference_wei),
        "rows_wei": {reason: str(wei) for reason, wei in statement.rows_wei.items()},
    }


def text_of(standing: "Standing") -> str:
    """Return a provider's standing in one line."""
    statement = standing.statement
    orders = ", ".join(f"{n} {state}" for n, state in standing.orders.items()) or "none"
    gained = signed(statement.closing_wei - statement.opening_wei)
    return (
        f"block {standing.height:,}: orders: {orders}; {standing.running} running, "
        f"{standing.results} done, {standing.votes} judged; {format_coins(statement.closing_wei)}, "
        f"{gained} since it began, bonds included"
    )


def signed(wei: int) -> str:
    """Return coins with their sign."""
    return f"{'-' if wei < 0 else '+'}{format_coins(abs(wei))}"


def _reporter(reword: Callable[[str], None], *, as_json: bool) -> "Callable[[Standing], None]":
    """Return what tells people, or programs, of a turn that changed something."""
    told: list[Any] = []

    def report(standing: "Standing") -> None:
        reword(text_of(standing))
        news = (standing.orders, standing.running, standing.results, standing.votes)
        if told == [news]:
            return
        told[:] = [news]
        if as_json:
            print_json(
                {
                    "height": standing.height,
                    "orders": {str(n): state for n, state in standing.orders.items()},
                    "running": standing.running,
                    "results": standing.results,
                    "votes": standing.votes,
                    "statement": statement_json(standing.statement),
                }
            )
            return
        print_note(text_of(standing))

    return report


def _answering(work: Callable[[], Any]) -> Any:
    """Return what work returns; what it is refused for ends the command with one line."""
    from agents.provider.executors.cluster import ClusterMissing
    from agents.provider.journal import JournalBroken, JournalTaken
    from agents.provider.policy import PolicyWrong
    from agents.provider.sandbox.room import SecretShown
    from agents.provider.sandbox.sandbox import SandboxUnavailable
    from agents.store.content import StoreError
    from client import ClientError

    try:
        return work()
    except FileNotFoundError as missing:
        raise CommandFailed(f"{missing.filename} is missing: `kumiai provider init`") from missing
    except (
        ClientError,
        ClusterMissing,
        JournalBroken,
        JournalTaken,
        PolicyWrong,
        SandboxUnavailable,
        SecretShown,
        StoreError,
    ) as failure:
        raise CommandFailed(str(failure)) from failure
