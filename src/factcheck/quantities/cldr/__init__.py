"""CLDR data files, one per language; see `export_cldr`."""
