"""Names that callers know as something else."""

import pytest

from cli.scaffold.reserved import MEMBER, NAMESPACE, WORD, reserved
from modules import MODULES


@pytest.mark.parametrize(
    ("name", "what"),
    [("eth", NAMESPACE), ("rpc", NAMESPACE), ("balance", WORD), ("send", WORD), ("wallet", MEMBER)],
)
def test_what_stands_there_already_is_known(name: str, what: str) -> None:
    """JSON-RPC, the command line and the client are each asked."""
    assert what == reserved()[name]


def test_modules_are_not_reserved() -> None:
    """What a module is called is its own: whether it is taken, the checkout says."""
    assert set() == {module.name for module in MODULES} & set(reserved())
