"""
Hosts for real nodes: network namespaces joined by a switch, or this machine's loopback.

    switch namespace: bridge -- cable -- host namespace 0 (10.77.0.10), 1 (10.77.0.11), …

Nothing leads out: the bridge lies in a namespace of its own, so no packet reaches another network.
"""

import ctypes
import os
import shutil
import subprocess
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

FIRST_ADDRESS = 10  # last number of host 0's address
NETWORK = "10.77.0"
CLONE_NEWNET = 0x40000000
COMMAND_S = 20  # seconds one `ip` may take


class Hosts(Protocol):
    """Where nodes run."""

    starting_ip: str | None

    def prefix(self, index: int) -> list[str]:
        """Words before a command that make it run on a host."""
        ...

    def run(self, index: int, work: Callable[[], T]) -> T:
        """Do something as if on a host: its loopback is ours meanwhile."""
        ...

    def close(self) -> None:
        """Take the hosts away."""
        ...


class Loopback:
    """All nodes on this machine, told apart by ports."""

    starting_ip = None

    def prefix(self, index: int) -> list[str]:
        """Nothing: every host is this one."""
        return []

    def run(self, index: int, work: Callable[[], T]) -> T:
        """Do it here."""
        return work()

    def close(self) -> None:
        """Nothing was made."""


class Namespaces:
    """One namespace a node; cables can be pulled, plugged in again and made slow."""

    starting_ip = f"{NETWORK}.{FIRST_ADDRESS}"

    def __init__(self, count: int) -> None:
        self._tag, self._count = f"km{os.getpid()}", count
        self._switch = f"{self._tag}sw"
        self._made: list[str] = []
        try:
            self._make()
        except BaseException:
            self.close()
            raise

    def prefix(self, index: int) -> list[str]:
        """Enter the host's namespace."""
        return ["ip", "netns", "exec", self._name(index)]

    def run(self, index: int, work: Callable[[], T]) -> T:
        """Do something in a thread that has entered the host's namespace."""
        results: list[T] = []
        failures: list[BaseException] = []

        def inside() -> None:
            try:
                _enter(self._name(index))
                results.append(work())
            except BaseException as failure:  # noqa: BLE001 - raised again by the caller's thread
                failures.append(failure)

        thread = threading.Thread(target=inside, daemon=True)
        thread.start()
        thread.join()
        if failures:
            raise failures[0]
        return results[0]

    def cut(self, index: int) -> None:
        """Pull a host's cable."""
        _ip("-n", self._switch, "link", "set", f"h{index}", "down")

    def heal(self, index: int) -> None:
        """Plug it in again."""
        _ip("-n", self._switch, "link", "set", f"h{index}", "up")

    def close(self) -> None:
        """Take all namespaces away, and their cables with them."""
        for name in self._made:
            subprocess.run(["ip", "netns", "del", name], check=False, timeout=COMMAND_S)
        self._made = []

    def _name(self, index: int) -> str:
        return f"{self._tag}h{index}"

    def _make(self) -> None:
        self._add(self._switch)
        _ip("-n", self._switch, "link", "add", "bridge", "type", "bridge")
        _ip("-n", self._switch, "link", "set", "bridge", "up")
        for index in range(self._count):
            name, cable = self._name(index), f"h{index}"
            self._add(name)
            end = ("peer", "name", "eth0", "netns", name)
            _ip("-n", self._switch, "link", "add", cable, "type", "veth", *end)
            _ip("-n", self._switch, "link", "set", cable, "master", "bridge")
            _ip("-n", self._switch, "link", "set", cable, "up")
            address = f"{NETWORK}.{FIRST_ADDRESS + index}/24"
            _ip("-n", name, "addr", "add", address, "dev", "eth0")
            _ip("-n", name, "link", "set", "eth0", "up")

    def _add(self, name: str) -> None:
        _ip("netns", "add", name)
        self._made.append(name)
        _ip("-n", name, "link", "set", "lo", "up")


def make_hosts(count: int) -> Namespaces | Loopback:
    """Return namespaces where this machine allows them, else its loopback."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        return Loopback()
    try:
        return Namespaces(count)
    except (subprocess.CalledProcessError, OSError):
        return Loopback()


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, timeout=COMMAND_S)


def _enter(name: str) -> None:
    """Move the calling thread into a namespace."""
    libc: Any = ctypes.CDLL(None, use_errno=True)
    with open(f"/var/run/netns/{name}") as handle:
        if libc.setns(handle.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter namespace {name}")
