"""
A process that recovers signers, so that the interpreter that executes blocks need not.

    node --count, count x (digest, 64 bytes)--> stdin | stdout --count x address--> node

Threads share an interpreter: one that recovers needs it 17,000 times a second and gets it when the
one that executes lets go of it. A process needs it not at all. It ends with its node, whose end
closes the pipe; where it is gone, the node recovers by itself.
"""

import logging
import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import IO, Final

from chain.kit.signatures import Signed, recover_each
from chain.types.primitives import ZERO_ADDRESS, Address, Hash32

COUNT: Final = struct.Struct(">I")
DIGEST_BYTES, SIGNATURE_BYTES, ADDRESS_BYTES = 32, 64, 20
ITEM_BYTES: Final = DIGEST_BYTES + SIGNATURE_BYTES
COUNT_MAX: Final = 256  # signatures of one question: it and its answer fit a pipe's buffer
CLOSE_S: Final = 2  # seconds in which the process ends by itself
ROOT: Final = Path(__file__).resolve().parent.parent
log = logging.getLogger("kumiai.recovery")


class RecoveryProcess:
    """
    The node's end of the pipe, for any thread.

    Two questions are under way at most: the next one waits in the pipe while one is answered, so
    that the process need not wait until the interpreter has the time for its answer.
    """

    def __init__(self, program: Sequence[str] = (sys.executable, "-m", "cli.recovery")) -> None:
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        # A session of its own: an interrupt from the terminal is for the node to act on.
        self._process = subprocess.Popen(
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
        )
        self._asking, self._hearing = Lock(), Lock()
        self._is_gone = self._is_closing = False

    def recover(self, signed: Sequence[Signed]) -> list[Address | None]:
        """Return whose signatures these are, None for nobody's; this process does it alone."""
        found: list[Address | None] = []
        for first in range(0, len(signed), COUNT_MAX):
            part = signed[first : first + COUNT_MAX]
            answer = self._exchange(part)
            found += recover_each(part) if answer is None else answer
        return found

    def close(self) -> None:
        """End the process; a question under way is answered here."""
        self._is_closing = True
        self._process.terminate()
        try:
            self._process.wait(CLOSE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _exchange(self, signed: Sequence[Signed]) -> list[Address | None] | None:
        """Return the process' answer, None where it is gone."""
        with self._asking:  # until this one is next to hear: answers come in the order of asking
            self._ask(COUNT.pack(len(signed)) + b"".join(d + s for d, s in signed))
            self._hearing.acquire()
        try:
            answer = self._hear(ADDRESS_BYTES * len(signed))
        finally:
            self._hearing.release()
        if self._is_gone:
            return None
        return [_signer(answer, at) for at in range(0, len(answer), ADDRESS_BYTES)]

    def _ask(self, question: bytes) -> None:
        target = self._process.stdin
        assert target is not None
        try:
            if not self._is_gone:
                target.write(question)
                target.flush()
        except OSError:
            self._give_up()

    def _hear(self, size_bytes: int) -> bytes:
        source = self._process.stdout
        assert source is not None
        answer = b"" if self._is_gone else source.read(size_bytes)
        if len(answer) < size_bytes:
            self._give_up()
        return answer

    def _give_up(self) -> None:
        if not self._is_gone and not self._is_closing:
            log.error("the recovery process is gone: signers are recovered here from now on")
        self._is_gone = True


def start_recovery() -> RecoveryProcess | None:
    """Return the process, or None where the system has none to give: a node does without."""
    try:
        return RecoveryProcess()
    except OSError as cause:
        log.warning("no recovery process, a thread recovers signers: %s", cause.strerror)
        return None


def _signer(answer: bytes, at: int) -> Address | None:
    found = Address(answer[at : at + ADDRESS_BYTES])
    return None if found == ZERO_ADDRESS else found


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Answer questions until there are no more."""
    while True:
        head = source.read(COUNT.size)
        if len(head) < COUNT.size:
            return
        (count,) = COUNT.unpack(head)
        items = source.read(count * ITEM_BYTES)
        if len(items) < count * ITEM_BYTES:
            return
        signed = [
            (Hash32(items[at : at + DIGEST_BYTES]), items[at + DIGEST_BYTES : at + ITEM_BYTES])
            for at in range(0, len(items), ITEM_BYTES)
        ]
        target.write(b"".join(signer or ZERO_ADDRESS for signer in recover_each(signed)))
        target.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
