"""
The house keeps its own rules: what ARCHITECTURE.md and CONTRIBUTING.md promise of the code.

    every .py file --ast--> names, sizes, imports, docstrings --one test a rule--> list of offences

A rule that cannot be kept in one place says so here, with the reason.
"""

import ast
import functools
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chain.kit.module import SHARED_EVENTS, SHARED_REFUSALS
from cli.__main__ import COMMANDS, PLACES
from modules import MODULES
from tests.mirrors import TESTED_BY

ROOT = Path(__file__).parent.parent
PACKAGES = ("agents", "bridge", "chain", "cli", "client", "consensus", "modules", "rpc")
# Written by cli.render, as long as the declarations are.
RENDERED = (
    "client/modules",
    "client/sync/directory.py",
    "client/sync/faces.py",
    "client/sync/modules",
)
FUNCTION_LINES_MAX = 70
FILE_LINES_MAX = 500
LINE_CHARACTERS_MAX = 100
PRAGMA = re.compile(r"\s+# (type: ignore|noqa|pragma)\b.*$")  # words to tools count for nothing
TEXT_BYTES_MAX = 1_000_000  # longer files are data
TEXTS = (".py", ".md", ".toml", ".sol", ".proto", ".cjs", ".yml", ".yaml", ".cfg", "")
ENVIRONMENTS = {".venv", ".venv-deploy", ".venv-embedding", "node_modules"}
NOT_OURS = {*ENVIRONMENTS, ".git", "build", "dist", ".ruff_cache", ".mypy_cache"}

# Code that every node must run to the same bit.
EXACT = (
    "chain",
    "modules",
    "consensus/core",
)
NOT_EXACT = {
    "chain/app.py": "stands above execution",
    "chain/ledger.py": "writes what execution decided",
    "chain/mempool.py": "each node has its own pool",
    "chain/proposal.py": "only a proposer runs it; it is handed a clock",
    "chain/store/leveldb.py": "opens a directory",
    "chain/kit/render": "writes files for people, outside of any node",
    "chain/vm/call.py": "answers one node's RPC, outside of blocks",
}
INEXACT_MODULES = {"time", "datetime", "random", "secrets", "uuid", "math", "decimal", "fractions"}
INEXACT_CALLS = {"float", "hash", "id", "complex"}
ORDER_FREE = {"all", "any", "frozenset", "len", "max", "min", "set", "sorted", "sum"}

# Files that nothing imports: who uses them.
ENTRIES = {
    "agents/gateway/payer.py": "for programs that call a gateway",
    "cli/__main__.py": "the program",
    "cli/render.py": "make render",
    "client/sync/loop.py": "client/sync/faces.py, which is rendered",
    "chain/kit/render/chart.py": "docs/hooks/site.py, which builds the site",
    "chain/kit/memory_host.py": "for tests of modules",
    "modules/verification/vm_trace.py": "for programs of workers and challengers, and for tests",
    "consensus/net/memory.py": "for tests and the simulator",
    "consensus/net/service.py": "what a composition root starts",
}


@functools.cache
def sources() -> tuple[Path, ...]:
    """Every file of our packages that was written by hand, relative to the root."""
    found = (path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
    ours = (p.relative_to(ROOT) for p in found if "_pb2" not in p.name)
    return tuple(sorted(path for path in ours if not lies_in(path, RENDERED)))


@functools.cache
def python_tests() -> tuple[Path, ...]:
    """Every Python file under tests, relative to the root."""
    return tuple(
        sorted(
            path.relative_to(ROOT)
            for path in (ROOT / "tests").rglob("*.py")
            if "node_modules" not in path.parts
        )
    )


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse((ROOT / path).read_text(), str(path))


def lies_in(path: Path, places: tuple[str, ...] | dict[str, object]) -> bool:
    """Whether a file is one of these or under one of them."""
    name = path.as_posix()
    return any(name == place or name.startswith(f"{place}/") for place in places)


def expect_none(offences: list[str]) -> None:
    """Fail with one offence a line."""
    assert not offences, "\n" + "\n".join(offences)


def exact_sources() -> Iterator[Path]:
    """Files that decide what the state is."""
    for path in sources():
        if lies_in(path, EXACT) and not lies_in(path, NOT_EXACT):
            yield path


def test_no_floor_reaches_above_itself():
    """The import contracts of pyproject.toml hold."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert 0 == done.returncode, done.stdout + done.stderr


def test_functions_files_and_lines_are_short():
    """A function has at most 70 lines, a file 500, a line 100 characters."""
    offences = []
    for path in (*sources(), *python_tests()):
        lines = (ROOT / path).read_text().splitlines()
        if len(lines) > FILE_LINES_MAX:
            offences.append(f"{path}: {len(lines)} lines")
        longest = max((len(PRAGMA.sub("", line)) for line in lines), default=0)
        if longest > LINE_CHARACTERS_MAX:
            offences.append(f"{path}: a line of {longest} characters")
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES_MAX:
                    offences.append(f"{path}:{node.lineno}: {node.name} has {length} lines")
    expect_none(offences)


def inexact(node: ast.AST) -> str | None:
    """What in a piece of code may differ between two machines or two moments, if anything."""
    if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
        return f"the float {node.value}"
    if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
        return "a true division"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return f"{node.func.id}()" if node.func.id in INEXACT_CALLS else None
    if isinstance(node, ast.Import):
        wrong = [name.name for name in node.names if name.name.split(".")[0] in INEXACT_MODULES]
        return f"import of {wrong[0]}" if wrong else None
    if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in INEXACT_MODULES:
        return f"import from {node.module}"
    return None


def test_code_that_decides_is_exact():
    """No float, no true division, no clock, no randomness, no hash() where nodes must agree."""
    offences = [
        f"{path}:{node.lineno}: {found}"
        for path in exact_sources()
        for node in ast.walk(tree_of(path))
        if (found := inexact(node))
    ]
    expect_none(offences)


def is_set(node: ast.AST, names: set[str]) -> bool:
    """Whether an expression is a set, as far as its text tells."""
    if isinstance(node, ast.Set | ast.SetComp):
        return True
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("set", "frozenset")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub):
        return is_set(node.left, names) or is_set(node.right, names)
    return False


def set_names(scope: ast.AST) -> set[str]:
    """Names that are given a set, or annotated as one, inside a function."""
    found = set()
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and is_set(node.value, set()):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        if isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            target = node.target if isinstance(node, ast.AnnAssign) else node
            name = getattr(target, "id", getattr(target, "arg", ""))
            if ast.unparse(node.annotation).startswith(("set[", "frozenset[", "Set[")):
                found.add(name)
    return found


def unsorted_walks(scope: ast.AST) -> Iterator[int]:
    """Lines of a function that go through a set in its own order, where order could count."""
    names, order_free = set_names(scope), set()
    for node in ast.walk(scope):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ORDER_FREE:
                order_free |= {id(argument) for argument in node.args}
            elif node.func.id in ("list", "tuple", "iter", "next", "enumerate", "zip", "map"):
                yield from (node.lineno for item in node.args if is_set(item, names))
        if isinstance(node, ast.SetComp):
            order_free.add(id(node))
        if isinstance(node, ast.For) and is_set(node.iter, names):
            yield node.lineno
    for node in ast.walk(scope):
        if isinstance(node, ast.ListComp | ast.GeneratorExp | ast.DictComp):
            walks = any(is_set(generator.iter, names) for generator in node.generators)
            if walks and id(node) not in order_free:
                yield node.lineno


def test_sets_are_sorted_before_they_are_walked():
    """Where nodes must agree, no loop follows the order of a set."""
    offences = []
    for path in exact_sources():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef):
                offences += [f"{path}:{line}" for line in unsorted_walks(node)]
    expect_none(sorted(set(offences)))


def texts() -> Iterator[tuple[Path, str]]:
    """Every text that is part of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, timeout=60
    ).stdout.split("\0")
    everything = (path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*"))
    for name in sorted(filter(None, listed)) or sorted(everything):
        path = ROOT / name
        if path.suffix not in TEXTS or NOT_OURS & set(path.parts) or not path.is_file():
            continue
        if path.stat().st_size <= TEXT_BYTES_MAX and path != Path(__file__):
            yield path.relative_to(ROOT), path.read_text(errors="replace")


BANNED = {
    "unfinished": re.compile(r"\b(TODO|FIXME|XXX|HACK)\b"),
    "a path of one machine": re.compile(r"(?<![\w.:/~-])/(work|root|home|Users)/\w"),
}


def test_nothing_is_left_unfinished_or_tied_to_one_machine():
    """No notes to self, and no absolute path of somebody's computer."""
    offences = [
        f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {why}: {match.group()}"
        for path, text in texts()
        for why, pattern in BANNED.items()
        for match in pattern.finditer(text)
    ]
    expect_none(offences)


def public_parts(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Public classes, their public methods, and public functions of a file."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in tree.body:
        if isinstance(node, kinds) and not node.name.startswith("_"):
            yield node
            for part in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(part, kinds) and not part.name.startswith("_"):
                    yield part


def is_overload(node: ast.AST) -> bool:
    """Whether a function is one of several signatures of another."""
    return "overload" in [ast.unparse(mark) for mark in getattr(node, "decorator_list", ())]


def test_everything_public_says_what_it_means():
    """Every package, file, public class, function and method has a docstring."""
    offences = []
    for path in sources():
        tree = tree_of(path)
        if not ast.get_docstring(tree):
            offences.append(f"{path}: no docstring")
        offences += [
            f"{path}:{node.lineno}: {node.name} has no docstring"
            for node in public_parts(tree)
            if not ast.get_docstring(node) and not is_overload(node)
        ]
    for package in {path.parent for path in sources()}:
        if not (ROOT / package / "__init__.py").exists():
            offences.append(f"{package}: no __init__.py")
    expect_none(sorted(offences))


def test_every_test_is_a_claim():
    """Every test has a docstring: one sentence that a user would care about."""
    offences = [
        f"{path}:{node.lineno}: {node.name}"
        for path in python_tests()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.name.startswith("test_") and not ast.get_docstring(node)
    ]
    expect_none(offences)


def test_every_source_file_has_its_tests():
    """chain/fees.py is tested by tests/chain/test_fees.py, or TESTED_BY says by what and why."""
    offences = []
    for path in sources():
        mirror = Path("tests") / path.parent / f"test_{path.stem.strip('_')}.py"
        exempt = path.name == "__init__.py" or lies_in(path, TESTED_BY)
        if not exempt and not (ROOT / mirror).exists():
            offences.append(f"{path}: {mirror} is missing")
    for source, (place, _) in TESTED_BY.items():
        found = ROOT / place
        if not (found.is_file() or any(found.rglob("test_*.py"))):
            offences.append(f"{source}: {place} has no tests")
        if not (ROOT / source).exists():
            offences.append(f"{source}: is not there any more")
    expect_none(offences)


def test_every_event_and_refusal_is_named_in_a_test():
    """What a module may say is said in some test, so that no refusal is unreachable unseen."""
    words: set[str] = set()
    for path in python_tests():
        if path.name != Path(__file__).name:
            words |= set(re.findall(r"\w+", (ROOT / path).read_text()))
    kinds = dict.fromkeys((*SHARED_EVENTS, *SHARED_REFUSALS), "kit")
    for module in MODULES:
        kinds |= dict.fromkeys((*module.events, *module.refusals), module.name)
    offences = [f"{kinds[kind]}: {kind.__name__}" for kind in kinds if kind.__name__ not in words]
    expect_none(sorted(offences))


def test_our_names_are_ours():
    """No installed distribution but this one claims a top-level name of ours."""
    claimed = importlib.metadata.packages_distributions()
    others = {
        name: sorted(set(claimed.get(name, ())) - {"kumiai"})
        for name in PACKAGES
        if set(claimed.get(name, ())) - {"kumiai"}
    }
    assert {} == others


def imported_by(path: Path) -> Iterator[str]:
    """Dotted names that a file imports, as modules or as names out of modules."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_no_file_is_dead():
    """Every file is imported by another, or ENTRIES says who starts it."""
    used = {name for path in sources() for name in imported_by(path)}
    used |= {f"cli.commands.{PLACES.get(command, command)}" for command in COMMANDS}
    offences = [
        str(path)
        for path in sources()
        if path.name != "__init__.py" and not lies_in(path, ENTRIES)
        if ".".join(path.with_suffix("").parts) not in used
    ]
    expect_none(offences)


@pytest.mark.parametrize("place", ["docs", "examples", "tests"])
def test_what_is_no_package_stays_none(place):
    """Other distributions install `docs` and `examples`, so ours are never importable."""
    assert [] == [str(path) for path in (ROOT / place).rglob("__init__.py")]
