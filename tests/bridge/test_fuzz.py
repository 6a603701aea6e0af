"""The gateway's fuzz tests run and hold; `make test-bridge` runs many more cases."""

import pytest

from tests.bridge import fuzz

pytestmark = [pytest.mark.npm, pytest.mark.long, pytest.mark.timeout(600)]
RUNS = 20  # of each test; the compiler takes most of the time


def test_the_fuzz_tests_hold(capfd):
    """Every fuzz test of the decoders, the certificates and the gateway passes."""
    assert 0 == fuzz.run("--fuzz-runs", str(RUNS), "-j", "1"), capfd.readouterr()
    said = capfd.readouterr().out
    assert "17 tests passed, 0 failed" in said, said
