"""
What a version is made of: a CycloneDX list of the packages that a node runs with.

    requirements.lock, runtime part --bill_of--> CycloneDX 1.6 JSON: names, hashes, who needs whom

Its serial number comes of the commit and its time is the commit's, so equal trees make equal lists.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from release.requirements import Locked
from release.tree import Tree

SCHEMA: Final = SchemaVersion.V1_6
MARKER: Final = "kumiai:marker"  # where a package is needed, in PEP 508's words


class BillInvalid(Exception):
    """What was made does not fit CycloneDX's schema."""


def bill_of(tree: Tree, packages: Sequence[Locked], direct: Sequence[str]) -> str:
    """
    Return the list as JSON; `direct` are the packages that the project itself names.

    Of a package every file that may be installed has its hash there. Raises BillInvalid.
    """
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"kumiai:{tree.version}:{tree.commit}"), version=1)
    bom.metadata.timestamp = datetime.fromtimestamp(tree.time_s, UTC)
    project = Component(
        name="kumiai",
        version=tree.version,
        type=ComponentType.APPLICATION,
        bom_ref="kumiai",
        purl=PackageURL("pypi", name="kumiai", version=tree.version),
    )
    bom.metadata.component = project
    components = {item.name: _component(item) for item in packages}
    bom.components.update(components.values())
    needs = {item.name: [other for other in packages if item.name in other.wanted_by]
             for item in packages}  # fmt: skip
    for name, needed in needs.items():
        bom.dependencies.add(
            Dependency(
                components[name].bom_ref,
                [Dependency(components[other.name].bom_ref) for other in needed],
            )
        )
    own = [Dependency(components[name].bom_ref) for name in direct if name in components]
    bom.dependencies.add(Dependency(project.bom_ref, own))
    text = make_outputter(bom, OutputFormat.JSON, SCHEMA).output_as_string(indent=1) + "\n"
    fault = JsonStrictValidator(SCHEMA).validate_str(text)
    if fault is not None:
        raise BillInvalid(f"CycloneDX {SCHEMA.to_version()} expected: {fault}")
    return text


def _component(item: Locked) -> Component:
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in item.hashes]
    return Component(
        name=item.name,
        version=item.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{item.name}=={item.version}",
        purl=PackageURL("pypi", name=item.name, version=item.version),
        hashes=hashes,
        properties=[Property(name=MARKER, value=item.marker)] if item.marker else None,
    )
