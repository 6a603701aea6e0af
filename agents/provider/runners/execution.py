"""A program that the store holds, run on an input that it holds, too; a unit is a run."""

from agents.provider.document import Document, DocumentWrong, read_key
from agents.provider.runners.runner import INPUT_BYTES_MAX, Fetch, equal_or_far
from agents.provider.sandbox.work import PROGRAM, Work

PROGRAM_BYTES_MAX = 64 << 20


class ExecRunner:
    """Runs what the document's `program` names: an executable, or a script with its `#!`."""

    kind = "exec"

    def work(self, document: Document, fetch: Fetch) -> Work:
        """Return the work; raises DocumentWrong, StoreError."""
        key = read_key(document.option("program"))
        if len(document.options) != 1:
            raise DocumentWrong(f"program expected and no more, found {sorted(document.options)}")
        program = fetch(key, PROGRAM_BYTES_MAX)
        return Work(program, fetch(document.input, INPUT_BYTES_MAX), (PROGRAM,))

    def units(self, work: Work) -> int:
        """Return 1: a run is a run."""
        return 1

    def distance(self, one: bytes, other: bytes) -> int:
        """Return 0 for equal results, and that nothing is near otherwise."""
        return equal_or_far(one, other)
