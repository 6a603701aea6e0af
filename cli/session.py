"""What a command that talks to a node needs, put together from its flags."""

import argparse
from dataclasses import dataclass

from chain.kit.assembly import Assembly
from cli.arguments import AddressBook
from cli.client import Client
from cli.config import NodeConfig, home_of
from cli.contracts import Contracts
from cli.keys import Keyring
from cli.output import Style
from cli.parser import client_of, style_of
from modules import assemble


@dataclass(frozen=True, slots=True)
class Session:
    """One command's node, modules, keys and way to speak."""

    client: Client
    assembly: Assembly
    contracts: Contracts
    keyring: Keyring
    book: AddressBook
    style: Style


def keyring_of(args: argparse.Namespace) -> Keyring:
    """Return the keys of the home."""
    return Keyring(NodeConfig(home_of(args.home)).keyring_dir)


def open_session(args: argparse.Namespace) -> Session:
    """Return the session of a command's flags; raises CommandFailed where no node is known."""
    assembly, keyring, client = assemble(), keyring_of(args), client_of(args)
    return Session(
        client=client,
        assembly=assembly,
        contracts=Contracts(client, assembly),
        keyring=keyring,
        book=AddressBook(keyring, assembly),
        style=style_of(args),
    )
