"""Every decoder of bytes from outside, by name."""

from tests.fuzz import blocks, execution, host, network, proofs, replicas, servers
from tests.fuzz.target import Target

_PAGES = tuple(
    page.TARGETS for page in (blocks, execution, host, network, proofs, replicas, servers)
)
TARGETS: dict[str, Target] = {name: target for page in _PAGES for name, target in page.items()}
assert len(TARGETS) == sum(len(page) for page in _PAGES), "two targets share a name"
