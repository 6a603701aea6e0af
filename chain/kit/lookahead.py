"""
Signatures that calls bring along, recovered while their transactions wait for a block.

    transaction that can run --its method's `signs`--> (digest, signature)... --recover--> KNOWN

    @call()
    @signs(signed_ahead)
    def redeem_batch(self, vouchers: bytes) -> int: ...

What a method says to be signed follows from its arguments alone. Nothing is promised: what is not
recovered ahead, because too much waits or a digest needs the state, is recovered by the call.

Nobody gets more work done than it would pay for: a transaction is looked at once it can run and its
sender can pay for it, by signatures its gas limit pays for, at most SIGNATURES_MAX. Where somebody
makes many such and takes them back again, what waits is bounded, and so is who works on it.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from itertools import islice
from threading import Lock
from typing import Any, Final, TypeVar

from chain.errors import Malformed, Refusal
from chain.kit.dispatch import decode_arguments, find_method
from chain.kit.module import Method, Module
from chain.kit.signatures import KNOWN, Known, Signed, recover_each
from chain.kit.typed_data import RECOVERY_GAS
from chain.types.primitives import Address
from chain.types.transaction import Transaction

F = TypeVar("F", bound=Callable[..., Any])
Signs = Callable[..., Iterable[Signed]]  # (*arguments, chain_id, contract)
Recover = Callable[[Sequence[Signed]], list[Address | None]]

SIGNATURES_MAX: Final = 128  # of one transaction: as many as a batch of vouchers has
AT_ONCE: Final = 32  # signatures of one question: what is answered is of use before all are
WAITING_MAX: Final = 64  # transactions that wait to be looked at, half a second of work
log = logging.getLogger("chain.lookahead")


def signs(find: Signs) -> Callable[[F], F]:
    """
    Declare which signatures a call's arguments hold, by digest and in 64 bytes.

    `find` is given the arguments, the chain's number and the module's address, and may refuse.
    """

    def mark(function: F) -> F:
        function.__signs__ = find  # type: ignore[attr-defined]
        return function

    return mark


def signs_of(method: Method) -> Signs | None:
    """Return how a method finds the signatures in its arguments, if it says so."""
    found: Signs | None = getattr(method.function, "__signs__", None)
    return found


def signed_by(module: type[Module], chain_id: int, data: bytes) -> tuple[Signed, ...]:
    """Return what call data holds of signatures; none where it is no call or would be refused."""
    try:
        method = find_method(module, data)
        find = signs_of(method)
        if find is None:
            return ()
        found = find(*decode_arguments(method, data), chain_id, module.address)
        return tuple(islice(found, SIGNATURES_MAX + 1))
    except (Refusal, Malformed):
        return ()


class Lookahead:
    """What is waiting to be recovered; `executor` has few threads, which nothing else needs."""

    def __init__(
        self,
        modules: Mapping[Address, type[Module]],
        chain_id: int,
        executor: Executor,
        recover: Recover = recover_each,
        known: Known = KNOWN,
    ) -> None:
        self._modules, self._chain_id, self._executor = modules, chain_id, executor
        self._recover, self._known = recover, known
        self._waiting, self._lock = 0, Lock()

    def note(self, transaction: Transaction) -> None:
        """Have a transaction's signatures recovered, if it brings any and not too many wait."""
        if not self._brings_signatures(transaction):
            return
        with self._lock:
            if self._waiting >= WAITING_MAX:
                return
            self._waiting += 1
        try:
            self._executor.submit(self._run, transaction)
        except RuntimeError:  # the node is closing, or no thread is to be had
            with self._lock:
                self._waiting -= 1

    def look(self, transaction: Transaction) -> int:
        """Recover a transaction's signatures now; return how many were not known."""
        assert transaction.to is not None, "a creation brings no signatures"
        module = self._modules[transaction.to]
        signed = signed_by(module, self._chain_id, transaction.data)
        if len(signed) > min(SIGNATURES_MAX, transaction.gas_limit // RECOVERY_GAS):
            return 0
        count = 0
        for first in range(0, len(signed), AT_ONCE):
            missing = self._known.missing(signed[first : first + AT_ONCE])
            if missing:
                with self._known.expecting(missing):
                    self._known.put(missing, self._recover(missing))
            count += len(missing)
        return count

    def _brings_signatures(self, transaction: Transaction) -> bool:
        module = None if transaction.to is None else self._modules.get(transaction.to)
        if module is None:
            return False
        try:
            return signs_of(find_method(module, transaction.data)) is not None
        except Malformed:
            return False

    def _run(self, transaction: Transaction) -> None:
        try:
            self.look(transaction)
        except Exception:  # nobody waits for it, and the call finds out by itself
            log.exception("signatures of 0x%s were not recovered ahead", transaction.hash.hex())
        finally:
            with self._lock:
                self._waiting -= 1
