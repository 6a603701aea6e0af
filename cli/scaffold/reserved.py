"""
Names that a module cannot have because callers know them as something else.

A module's name begins its JSON-RPC methods, follows `tx` and `query` on the command line, and is an
attribute of the client; what stands there already is asked of those three.
"""

from typing import Final

from cli.commands.query import WORDS
from cli.commands.tx import SEND
from cli.reference_page import describe_json_rpc
from client import Client
from modules import MODULES

NAMESPACE: Final = "a namespace of JSON-RPC"
WORD: Final = "a word of the command line"
MEMBER: Final = "a member of the client"


def reserved() -> dict[str, str]:
    """Return the names, and what each is."""
    own = {module.name for module in MODULES}
    found = {name: MEMBER for name in dir(Client) if not name.startswith("_")}
    found |= dict.fromkeys((*WORDS, SEND), WORD)
    found |= dict.fromkeys(_namespaces(own), NAMESPACE)
    return {name: what for name, what in found.items() if name not in own}


def _namespaces(own: set[str]) -> set[str]:
    """What the methods begin with that no module declares: `eth`, `rpc`."""
    methods = [method["name"] for method in describe_json_rpc()["methods"]]
    others = [name for name in methods if not any(name.startswith(f"{o}_") for o in own)]
    return {name.replace(".", "_").partition("_")[0] for name in others}
