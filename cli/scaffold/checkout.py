"""
A checkout of the source, as far as a new module must fit into it: which names and addresses are
taken is read from its text, so that nothing of it has to run.

    modules/*/module.py  --ast--> class and address of each
    modules/__init__.py  --ast--> names it binds
    proto/kumiai/*       -------> packages of messages
"""

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from chain.types.primitives import Address
from cli.errors import CommandFailed, UsageWrong

REGISTER: Final = Path("modules/__init__.py")
# What a checkout has and an installed package has not.
MARKS: Final = (REGISTER, Path("tests/modules/stage.py"), Path("cli/render.py"), Path("proto"))
ADDRESS_MIN: Final = 0x0800  # below are Ethereum's precompiles, and those to come
ADDRESS_MAX: Final = 0xFFFF
ADDRESS_FIRST: Final = 0x0B00  # where the search for a free one begins


@dataclass(frozen=True, slots=True)
class Checkout:
    """The root of a checkout."""

    root: Path

    def addresses(self) -> dict[int, str]:
        """Return the modules by address."""
        found = {}
        for page in sorted((self.root / "modules").glob("*/module.py")):
            address = _address_in(self._parse(page.relative_to(self.root)))
            if address:
                found[address] = page.parent.name
        return found

    def taken(self) -> dict[str, str]:
        """Return names that a module cannot have here, and whose they are."""
        found = dict.fromkeys(_bound_in(self._parse(REGISTER)), f"a name in {REGISTER}")
        packages = self.root.glob("*/__init__.py")
        found |= {path.parent.name: f"the package {path.parent.name}" for path in packages}
        for place, what in (
            ("proto/kumiai", "a package of messages"),
            ("tests/modules", "a directory of tests"),
            ("modules", "a module"),
        ):
            paths = (self.root / place).glob("*")
            found |= {path.stem: f"{what} ({place}/{path.name})" for path in paths}
        return found

    def free_address(self, wanted: int | None) -> Address:
        """Return the address that is wanted, or the first free one; raises UsageWrong."""
        taken = self.addresses()
        if wanted is None:
            wanted = next(at for at in range(ADDRESS_FIRST, ADDRESS_MAX) if at not in taken)
        if not ADDRESS_MIN <= wanted <= ADDRESS_MAX:
            raise UsageWrong(
                f"--address: {ADDRESS_MIN:#06x} to {ADDRESS_MAX:#06x} expected, found {wanted:#x}"
            )
        if wanted in taken:
            raise UsageWrong(f"--address: {taken[wanted]} is at {wanted:#06x}: choose another")
        return Address(wanted.to_bytes(20, "big"))

    def _parse(self, path: Path) -> ast.Module:
        try:
            return ast.parse((self.root / path).read_text())
        except SyntaxError as cause:
            where = f"{path}:{cause.lineno}"
            raise CommandFailed(f"{where}: {cause.msg}: mend it first") from cause


def open_checkout(directory: Path) -> Checkout:
    """Return the checkout that a directory is the root of; raises CommandFailed."""
    root = directory.resolve()
    missing = [mark for mark in MARKS if not (root / mark).exists()]
    if missing:
        raise CommandFailed(
            f"{root} is no checkout of Kumiai ({missing[0]} is missing). A module is part of the "
            "chain's code: clone the source, run `make setup`, and repeat this in it or with "
            "--directory"
        )
    return Checkout(root)


def _address_in(tree: ast.Module) -> int:
    """The address that a page's class is declared with, 0 where it has none."""
    for node in tree.body:
        for word in node.keywords if isinstance(node, ast.ClassDef) else ():
            value = word.value.value if isinstance(word.value, ast.Constant) else None
            if word.arg == "address" and isinstance(value, int):
                return value
    return 0


def _bound_in(tree: ast.Module) -> set[str]:
    """The names that a file imports, assigns or defines."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found
