"""
`kumiai keeper`: guard channels, do what is due for a reward, warn of what is coming.

    init: HOME/keeper/keeper.toml, to be edited     run: until Ctrl-C
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from cli.config import home_of
from cli.errors import CommandFailed
from cli.logs import start_logging
from cli.output import print_json, print_note
from cli.parser import Parser, Subparsers, add_command, add_node, client_of
from cli.session import keyring_of
from cli.units import format_coins

DIRECTORY: Final = "keeper"  # of the home, where none is named
EXAMPLE: Final = (
    "kumiai keeper init                            write settings, then edit them\n"
    "  kumiai keeper run --from dev3"
)


def register(subparsers: Subparsers) -> None:
    """Declare `keeper` and its commands."""
    top = add_command(
        subparsers, "keeper", "guard channels, do what is due, warn owners", None, EXAMPLE
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    parser = add_command(
        commands, "init", "write settings to begin from", run_init, "kumiai keeper init"
    )
    _add_place(parser)
    parser = add_command(commands, "run", "watch, work and warn", run_run, EXAMPLE)
    _add_place(parser)
    parser.add_argument(
        "--from", dest="sender", metavar="KEY", required=True, help="acts, pays gas and is paid"
    )


def _add_place(parser: argparse.ArgumentParser) -> None:
    add_node(parser)
    parser.add_argument(
        "--dir", metavar="DIR", type=Path, help="the keeper's own (default: HOME/keeper)"
    )


def run_init(args: argparse.Namespace) -> int:
    """Write settings where none are."""
    from agents.keeper.process import SETTINGS_NAME
    from agents.keeper.settings import EXAMPLE as SETTINGS

    path = _place_of(args) / SETTINGS_NAME
    if path.exists():
        raise CommandFailed(f"{path} is there already: edit it, or name another --dir")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(SETTINGS)
    if args.json:
        print_json({"settings": str(path)})
        return 0
    print_note(f"{path} written: edit it, then `kumiai keeper run --from KEY`")
    return 0


def run_run(args: argparse.Namespace) -> int:
    """Work until Ctrl-C."""
    from agents.keeper.process import Setting, run_keeper
    from agents.keeper.settings import SettingsWrong
    from client import ClientError, Wallet

    setting = Setting(
        url=client_of(args).url,
        home=_place_of(args),
        wallet=Wallet(keyring_of(args).unlock(args.sender)),
    )
    start_logging("info", "json" if args.json else "text")
    try:
        run_keeper(setting, _reporter(as_json=args.json))
    except FileNotFoundError as missing:
        raise CommandFailed(f"{missing.filename} is missing: `kumiai keeper init`") from missing
    except (ClientError, SettingsWrong) as failure:
        raise CommandFailed(str(failure)) from failure
    return 0


def _place_of(args: argparse.Namespace) -> Path:
    return Path(args.dir or home_of(args.home) / DIRECTORY)


def _reporter(*, as_json: bool) -> Callable[[dict[str, Any]], None]:
    """Return what tells people, or programs, of what has changed and of what is coming."""
    told: list[Any] = []

    def report(news: dict[str, Any]) -> None:
        is_standing = "rescued" in news
        if is_standing and told == [news]:
            return
        if is_standing:
            told[:] = [news]
        if as_json:
            print_json(news)
        elif is_standing:
            print_note(
                f"{news['rescued']:,} vouchers redeemed for {format_coins(int(news['reward_wei']))}"
                f", {news['chores']:,} chores, {news['alerts']:,} alerts"
            )
        else:
            print_note(f"{news['account']}: {news['message']}")

    return report
