"""
Which methods a server serves at all, and which of them need a credential.

    --rpc-methods eth,net,-eth_getLogs --.
    address it listens at                 Access --serves(name), needs_credential(name)
    whether it has credentials ----------'

Methods of the admin side execute blocks again, steer a development chain or sign by its accounts:
ADMIN is the table. They are there for this machine, or for who shows a credential; a server that
other machines reach and that has no credentials serves them only where the operator names them.
"""

import ipaddress
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from chain.errors import Invalid
from rpc.config import RpcConfig

# Namespaces, and methods of other namespaces, of the admin side.
ADMIN: Final = frozenset(
    (
        "admin",
        "anvil",
        "debug",
        "evm",
        "hardhat",
        "personal",
        "trace",
        "eth_sendTransaction",
        "eth_sign",
        "eth_signTransaction",
        "eth_signTypedData_v4",
    )
)
EVERYTHING: Final = "*"
EXCEPT: Final = "-"  # before a name: not this one
HOSTS_CACHED: Final = 1_024  # addresses of which we remember whether they are of this machine
ABOUT: Final = "rpc"  # what tells of the others is there unless it is taken out by name


class UnknownMethods(Invalid):
    """The operator named a method or namespace that this node has not."""


class Access:
    """What of the table is served, and to whom."""

    def __init__(self, config: RpcConfig, modules: Iterable[str]) -> None:
        self._modules = tuple(modules)
        self._allowed = {term for term in config.methods if not term.startswith(EXCEPT)}
        self._denied = {term[1:] for term in config.methods if term.startswith(EXCEPT)}
        self._has_credentials = config.credentials.exist
        self._is_private = is_loopback(config.host)

    def serves(self, name: str) -> bool:
        """Whether the method is there for anybody; any other is as unknown as one never written."""
        terms = self._terms(name)
        if terms & self._denied:
            return False
        if self._allowed and self.namespace_of(name) != ABOUT:
            return bool(terms & self._allowed) or EVERYTHING in self._allowed
        return self._is_private or self._has_credentials or not terms & ADMIN

    def needs_credential(self, name: str) -> bool:
        """Whether only a caller with a credential may use it."""
        return self._has_credentials and bool(self._terms(name) & ADMIN)

    def check(self, names: Iterable[str]) -> None:
        """Refuse a setting that names what is not there: a misspelt exception excepts nothing."""
        known = {EVERYTHING, *ADMIN}
        for name in names:
            known |= self._terms(name)
        unknown = sorted((self._allowed | self._denied) - known)
        if unknown:
            raise UnknownMethods(
                f"the setting of JSON-RPC methods: a method, a namespace or * expected, each "
                f'perhaps behind "-", found {unknown[0]!r}'
            )

    def namespace_of(self, name: str) -> str:
        """Return the namespace; a module's name may hold underscores, so it is tried first."""
        for module in self._modules:
            if name.startswith(f"{module}_"):
                return module
        return name.replace(".", "_").partition("_")[0]

    def is_module(self, namespace: str) -> bool:
        """Whether the namespace is a module's."""
        return namespace in self._modules

    def _terms(self, name: str) -> set[str]:
        """Return by which words a setting may mean the method."""
        return {name, self.namespace_of(name)}


@lru_cache(maxsize=HOSTS_CACHED)
def is_loopback(host: str) -> bool:
    """Whether only this machine can be, or can reach, an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
