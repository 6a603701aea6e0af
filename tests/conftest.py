"""What holds for all tests: which run when, and that none is judged by how long a case takes."""

import os

import pytest
from hypothesis import settings

# A case is slow where the machine has other work; each test has a time limit of its own.
settings.register_profile("kumiai", deadline=None)
settings.load_profile("kumiai")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests marked long, unless they are named or KUMIAI_LONG is set."""
    if os.environ.get("KUMIAI_LONG"):
        return
    named = {argument.split("::")[0] for argument in config.args if ".py" in argument}
    left_out = [
        item
        for item in items
        if item.get_closest_marker("long") is not None
        and not any(str(item.path).endswith(file) for file in named)
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
