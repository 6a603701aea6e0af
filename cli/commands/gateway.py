"""
`kumiai gateway`: sell a model's answers call by call, behind an OpenAI-compatible API.

    init: HOME/gateway/gateway.toml, to be edited     run: until Ctrl-C     status: the books
"""

import argparse
import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cli.commands.provider import signed, statement_json
from cli.config import home_of
from cli.errors import CommandFailed, UsageWrong
from cli.logs import start_logging
from cli.output import print_fields, print_json, print_note
from cli.parser import Parser, Subparsers, add_command, add_node, client_of
from cli.session import keyring_of
from cli.units import format_coins

if TYPE_CHECKING:
    from agents.books import Statement
    from agents.gateway.process import Setting

DIRECTORY: Final = "gateway"  # of the home, where none is named
PORT_MAX: Final = 65_535
EXAMPLE: Final = (
    "kumiai gateway init                           write settings, then edit them\n"
    "  kumiai gateway run --from dev1\n"
    "  kumiai gateway run --from dev1 --host 0.0.0.0 --port 8700\n"
    "  kumiai gateway status --from dev1"
)


def register(subparsers: Subparsers) -> None:
    """Declare `gateway` and its commands."""
    top = add_command(
        subparsers, "gateway", "sell a model's answers, paid call by call", None, EXAMPLE
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    parser = add_command(
        commands, "init", "write settings to begin from", run_init, "kumiai gateway init"
    )
    _add_place(parser)
    parser = add_command(commands, "run", "serve whoever pays, and redeem", run_run, EXAMPLE)
    _add_place(parser)
    add = parser.add_argument
    add("--from", dest="sender", metavar="KEY", required=True, help="is paid, and pays gas")
    add("--host", metavar="HOST", default="127.0.0.1", help="serve the API there")
    add("--port", metavar="N", type=int, default=8700, help="(default: 8700; 0: any)")
    add(
        "--metrics-port",
        metavar="N",
        type=int,
        default=8701,
        help="Prometheus' numbers, on the loopback interface (default: 8701; 0: any)",
    )
    example = "kumiai gateway status --from dev1"
    parser = add_command(
        commands, "status", "show what the gateway earned and spent", run_status, example
    )
    _add_place(parser)
    parser.add_argument("--from", dest="sender", metavar="KEY", required=True, help="its key")


def _add_place(parser: argparse.ArgumentParser) -> None:
    add_node(parser)
    parser.add_argument(
        "--dir", metavar="DIR", type=Path, help="the gateway's own (default: HOME/gateway)"
    )


def run_init(args: argparse.Namespace) -> int:
    """Write settings where none are."""
    from agents.gateway.process import SETTINGS_NAME
    from agents.gateway.settings import EXAMPLE as SETTINGS

    path = _place_of(args) / SETTINGS_NAME
    if path.exists():
        raise CommandFailed(f"{path} is there already: edit it, or name another --dir")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(SETTINGS)
    if args.json:
        print_json({"settings": str(path)})
        return 0
    print_note(f"{path} written: name your models there, then `kumiai gateway run --from KEY`")
    return 0


def run_run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from agents.gateway.process import run_gateway

    setting = _setting_of(args)
    start_logging("info", "json" if args.json else "text")
    _answering(lambda: run_gateway(setting, _reporter(as_json=args.json)))
    return 0


def run_status(args: argparse.Namespace) -> int:
    """Print the books of a gateway, running or not."""
    setting = _setting_of(args)
    statement = _answering(lambda: asyncio.run(_statement(setting)))
    if args.json:
        print_json(statement_json(statement))
        return 0
    rows = [(reason, signed(wei)) for reason, wei in statement.rows_wei.items()]
    if statement.difference_wei:
        rows.append(("by others, with the same key", signed(statement.difference_wei)))
    rows.append(("coins now", format_coins(statement.closing_wei)))
    print_fields(rows, f"Gateway {setting.wallet.address}, block {statement.height:,}")
    return 0


async def _statement(setting: "Setting") -> "Statement":
    from agents.gateway.income import read_statement
    from client import Client

    async with await Client.connect(setting.url, key=setting.wallet) as client:
        return await read_statement(client, setting.home)


def _place_of(args: argparse.Namespace) -> Path:
    return Path(args.dir or home_of(args.home) / DIRECTORY)


def _setting_of(args: argparse.Namespace) -> "Setting":
    """Return what the flags ask for; raises UsageWrong, CommandFailed."""
    from agents.gateway.process import Setting
    from client import Wallet

    ports = {name: getattr(args, name, 0) for name in ("port", "metrics_port")}
    for name, port in ports.items():
        if not 0 <= port <= PORT_MAX:
            flag = name.replace("_", "-")
            raise UsageWrong(f"--{flag}: 0 to {PORT_MAX} expected, found {port}")
    return Setting(
        url=client_of(args).url,
        home=_place_of(args),
        wallet=Wallet(keyring_of(args).unlock(args.sender)),
        host=getattr(args, "host", "127.0.0.1"),
        **ports,
    )


def _reporter(*, as_json: bool) -> Callable[[dict[str, Any]], None]:
    """Return what tells people, or programs, where it is served and what has changed since."""
    told: list[Any] = []

    def report(news: dict[str, Any]) -> None:
        if told == [news]:
            return
        told[:] = [news]
        if as_json:
            print_json(news)
            return
        if "serving" in news:
            print_note(f"serving {news['serving']}, paid to {news['account']}")
            return
        coins = {
            name: format_coins(int(news[f"{name}_wei"]))
            for name in ("served", "unsigned", "redeemable", "redeemed")
        }
        print_note(
            f"{news['calls']:,} calls on {news['channels']:,} channels: {coins['served']} served, "
            f"{coins['unsigned']} on credit, {coins['redeemable']} to redeem, "
            f"{coins['redeemed']} redeemed"
        )

    return report


def _answering(work: Callable[[], Any]) -> Any:
    """Return what work returns; what it is refused for ends the command with one line."""
    from agents.gateway.faults import ApiFault
    from agents.gateway.income import NothingBegun
    from agents.gateway.journal import JournalTaken
    from agents.gateway.settings import SettingsWrong
    from client import ClientError

    try:
        return work()
    except FileNotFoundError as missing:
        raise CommandFailed(f"{missing.filename} is missing: `kumiai gateway init`") from missing
    except (ApiFault, ClientError, JournalTaken, NothingBegun, OSError, SettingsWrong) as failure:
        raise CommandFailed(str(failure)) from failure
