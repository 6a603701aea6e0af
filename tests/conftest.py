"""Which tests run when: those that take minutes only where they are asked for."""

import os

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests marked long, unless they are named or KUMIAI_LONG is set."""
    named = any("::" in argument or argument.endswith(".py") for argument in config.args)
    if named or os.environ.get("KUMIAI_LONG"):
        return
    chosen = [item for item in items if item.get_closest_marker("long") is None]
    left_out = [item for item in items if item.get_closest_marker("long") is not None]
    config.hook.pytest_deselected(items=left_out)
    items[:] = chosen
