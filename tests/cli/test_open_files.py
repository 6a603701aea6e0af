"""How many files a process may have open."""

import subprocess
import sys

import pytest

from tests.test_house import ROOT

SCRIPT = """
import resource, sys
from cli.open_files import raise_open_files
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[1]), int(sys.argv[2])))
print(raise_open_files(), *resource.getrlimit(resource.RLIMIT_NOFILE))
"""


@pytest.mark.parametrize(("soft", "hard"), [(64, 256), (256, 256)])
def test_a_process_gets_what_its_user_may_have(soft: int, hard: int) -> None:
    """The soft limit becomes the hard one, which stays; nothing is asked for twice."""
    words = [sys.executable, "-c", SCRIPT, str(soft), str(hard)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert (f"{hard} {hard} {hard}\n", "") == (done.stdout, done.stderr)
