"""The small chain, built once."""

import pytest

from tests.cli.conformance.ground import Built, build


@pytest.fixture(scope="session")
def built() -> Built:
    """Six blocks from Homestead to Prague."""
    return build()
