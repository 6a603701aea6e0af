"""Parts of the lock: what a node needs, no more and no less."""

import subprocess
import sys

import pytest

from release.requirements import ROOT, LockWrong, part_of, read_lock, read_part

A, B = "a" * 64, "b" * 64
LOCK = f"""\
alpha==1.0 ; sys_platform != 'win32' \\
    --hash=sha256:{A} \\
    --hash=sha256:{B}
    # via kumiai (pyproject.toml)
beta.core==2 \\
    --hash=sha256:{A}
    # via
    #   alpha
    #   tester[extra]
tester==3 \\
    --hash=sha256:{B}
    # via kumiai (pyproject.toml)
"""


def test_a_part_is_what_its_names_ask_for():
    """Whom nobody of the part asked for is left out; extras of who asks make no difference."""
    lock = read_lock(LOCK)
    assert ["alpha", "beta-core"] == [item.name for item in part_of(lock, ["Alpha"])]
    assert ["beta-core", "tester"] == [item.name for item in part_of(lock, ["tester"])]
    assert (A, B) == lock["alpha"].hashes
    assert f"alpha==1.0 ; sys_platform != 'win32' \\\n    --hash=sha256:{A} \\" in (
        "\n".join(lock["alpha"].lines())
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("alpha>=1\n", "name==version"),
        ("alpha==1 \\\n    --hash=md5:00\n", "a hash or"),
        ("alpha==1 \\\n    # via b\n", "no hash"),
        (f"a==1 \\\n    --hash=sha256:{A}\na==2 \\\n    --hash=sha256:{A}\n", "twice"),
    ],
)
def test_what_is_no_lock_is_refused(text: str, said: str):
    """The line is named."""
    with pytest.raises(LockWrong, match=said):
        read_lock(text)


def test_a_name_that_is_not_locked_is_refused():
    """With what to run."""
    with pytest.raises(LockWrong, match="lacks gamma: run `make lock`"):
        part_of(read_lock(LOCK), ["gamma"])


def test_a_node_needs_no_tool_of_its_developers():
    """The runtime part of this tree has the node's packages and neither pytest nor Ray."""
    names = {item.name for item in read_part("runtime")}
    assert {"py-evm", "aiohttp", "grpcio", "textual", "multidict"} <= names
    assert not {"pytest", "ray", "mypy", "hypothesis", "web3", "towncrier"} & names
    assert ["setuptools"] == [item.name for item in read_part("build")]


def test_it_runs_before_anything_is_installed():
    """As a program of the standard library alone: an image is built by it."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
         "from release.requirements import main; sys.exit(main(['build']))"],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    assert "setuptools==" in done.stdout
