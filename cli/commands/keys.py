"""`kumiai keys`: make, import, list, export and delete the keys of a home."""

import argparse
import json
import sys
from pathlib import Path

from eth_utils.address import to_checksum_address

from cli.errors import CommandFailed, UsageWrong
from cli.files import read_bounded
from cli.keys import (
    KEYSTORE_BYTES_MAX,
    KeyInfo,
    Keyring,
    check_name,
    chosen_passphrase,
    decrypt,
    is_light,
    key_of_mnemonic,
    known_passphrase,
    new_mnemonic,
    parse_keystore,
    read_secret,
)
from cli.output import print_json, print_line, print_note, print_table
from cli.parser import Parser, Subparsers, add_command, add_home
from cli.session import keyring_of
from cli.validator_key import new_private_key, parse_private_key

STDIN = "-"  # where secrets are read from


def register(subparsers: Subparsers) -> None:
    """Declare `keys` and its commands."""
    keys = add_command(
        subparsers, "keys", "make and keep keys", None, "kumiai keys new alice --mnemonic"
    )
    commands = keys.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    new = add_command(commands, "new", "make a key", run_new, "kumiai keys new alice --mnemonic")
    new.add_argument("name", metavar="NAME")
    new.add_argument(
        "--mnemonic", action="store_true", help="from 12 new words, shown once: write them down"
    )
    _add_passphrase_flag(new)
    _register_import(commands)
    add_home(add_command(commands, "list", "list the keys", run_list, "kumiai keys list"))
    export = add_command(
        commands, "export", "print a key", run_export, "kumiai keys export alice > alice.json"
    )
    export.add_argument("name", metavar="NAME")
    export.add_argument(
        "--private-key", action="store_true", help="the bare key, for who knows what that means"
    )
    add_home(export)
    delete = add_command(
        commands, "delete", "delete a key for good", run_delete, "kumiai keys delete alice --yes"
    )
    delete.add_argument("name", metavar="NAME")
    delete.add_argument("--yes", action="store_true", help="do not ask")
    add_home(delete)


def _register_import(commands: Subparsers) -> None:
    parser = add_command(
        commands,
        "import",
        "take a key from elsewhere; secrets are read from standard input or a prompt",
        run_import,
        "kumiai keys import alice --mnemonic -",
    )
    parser.add_argument("name", metavar="NAME")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--mnemonic", metavar="-", help="12 to 24 words, from standard input")
    source.add_argument("--private-key", metavar="-", help="64 hex digits, from standard input")
    source.add_argument("--keystore", metavar="FILE", help="a keystore v3 file of another wallet")
    parser.add_argument(
        "--index", type=int, default=0, metavar="N", help="account of the mnemonic (default: 0)"
    )
    _add_passphrase_flag(parser)


def _add_passphrase_flag(parser: Parser) -> None:
    parser.add_argument(
        "--no-passphrase", action="store_true", help="leave the key open, for play only"
    )
    add_home(parser)


def run_new(args: argparse.Namespace) -> int:
    """Make a key and, with --mnemonic, show its words once."""
    keyring = keyring_of(args)
    _check_free(keyring, args.name)
    words, key = new_mnemonic() if args.mnemonic else (None, new_private_key())
    info = keyring.add(args.name, key, chosen_passphrase(args.name, none=args.no_passphrase))
    if args.json:
        print_json(_json(info) | ({"mnemonic": words} if words else {}))
        return 0
    print_line(f"{info.name}  {to_checksum_address(info.address)}")
    if words:
        print_line(f"mnemonic: {words}")
        print_note("write these words down: they are shown once, and whoever has them has the key")
    return 0


def run_import(args: argparse.Namespace) -> int:
    """Keep a key that comes from a mnemonic, a bare key or a keystore file."""
    keyring = keyring_of(args)
    _check_free(keyring, args.name)
    key = _imported_key(args)
    passphrase = chosen_passphrase(args.name, none=args.no_passphrase)
    info = keyring.add(args.name, key, passphrase)
    if args.json:
        print_json(_json(info))
    else:
        print_line(f"{info.name}  {to_checksum_address(info.address)}")
    return 0


def _imported_key(args: argparse.Namespace) -> bytes:
    if args.keystore:
        path = Path(args.keystore)
        keystore = parse_keystore(read_bounded(path, KEYSTORE_BYTES_MAX), str(path))
        passphrase = "" if args.no_passphrase and is_light(keystore) else None
        return decrypt(
            keystore, known_passphrase(path.name) if passphrase is None else passphrase, path.name
        )
    given = args.mnemonic or args.private_key
    if given != STDIN:
        raise UsageWrong("secrets are never given on the command line: write - and type it in")
    if args.mnemonic:
        if not 0 <= args.index < 2**31:
            raise UsageWrong(f"--index: 0 to {2**31 - 1} expected, found {args.index}")
        return key_of_mnemonic(read_secret("Mnemonic"), args.index)
    return parse_private_key(read_secret("Private key"), "private key")


def run_list(args: argparse.Namespace) -> int:
    """Print names and addresses."""
    keyring = keyring_of(args)
    infos = keyring.list()
    if args.json:
        print_json([_json(info) for info in infos])
    elif infos:
        print_table(
            ["name", "address"],
            [[info.name, to_checksum_address(info.address)] for info in infos],
        )
    else:
        print_note("no keys yet: make one with `kumiai keys new NAME`")
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Print the encrypted keystore, or the bare key where that is asked for."""
    keyring = keyring_of(args)
    if not args.private_key:
        print_line(json.dumps(keyring.export(args.name), indent=None if args.json else 1))
        return 0
    key = "0x" + keyring.unlock(args.name).hex()
    if args.json:
        print_json(_json(keyring.find(args.name)) | {"private_key": key})
    else:
        print_line(key)
    return 0


def run_delete(args: argparse.Namespace) -> int:
    """Delete a key, after asking."""
    keyring = keyring_of(args)
    info = keyring.find(args.name)
    if not args.yes:
        _confirm_deletion(info)
    keyring.delete(info.name)
    if args.json:
        print_json(_json(info))
    else:
        print_line(f"deleted {info.name}  {to_checksum_address(info.address)}")
    return 0


def _confirm_deletion(info: KeyInfo) -> None:
    if not sys.stdin.isatty():
        raise CommandFailed(f"deleting {info.name} cannot be undone: add --yes to do it")
    print_note(f"delete {info.name} ({to_checksum_address(info.address)}) for good? type its name:")
    if sys.stdin.readline().strip() != info.name:
        raise CommandFailed("not deleted: the name typed is another")


def _check_free(keyring: Keyring, name: str) -> None:
    """Refuse a taken name before anybody is asked for a secret."""
    check_name(name)
    if any(info.name == name for info in keyring.list()):
        raise CommandFailed(f"a key {name} exists: choose another name, or delete it first")


def _json(info: KeyInfo) -> dict[str, str]:
    return {"name": info.name, "address": to_checksum_address(info.address)}
