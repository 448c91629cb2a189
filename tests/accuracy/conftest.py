"""Lets the tests here import the scorer, which is a script beside them."""

import importlib.util
import sys
from pathlib import Path

_NAME = "scoring_of_corpus"
if _NAME not in sys.modules:
    _SPEC = importlib.util.spec_from_file_location(_NAME, Path(__file__).with_name("scoring.py"))
    sys.modules[_NAME] = importlib.util.module_from_spec(_SPEC)
    _SPEC.loader.exec_module(sys.modules[_NAME])
