"""Copies of the program that tests may build in."""

from __future__ import annotations

import pytest

from tests.publishing.project import Project


@pytest.fixture(scope="session")
def built_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """With a published site. A test that changes anything changes it back."""
    project = Project(tmp_path_factory.mktemp("project"))
    project.build()
    return project
