"""What the tests of documents share."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def module_beside(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def maker():
    """The module that makes PDFs."""
    return module_beside("pdf_maker")


@pytest.fixture(scope="session")
def packages():
    """The module that makes office files."""
    return module_beside("package_maker")


@pytest.fixture(scope="session")
def shared():
    """The folder of shared material beside the checkout."""
    folder = Path(os.environ.get("FACTCHECK_SHARED", HERE.parents[1].parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared corpora are not beside the checkout")
    return folder
