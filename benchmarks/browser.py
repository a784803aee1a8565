"""Debian's Chromium, without a window: for tests, measurements and pictures of the report.

Nothing is downloaded: the browser and its driver are the ones that are installed (`apt-get install
chromium chromium-driver`), found on the PATH or named by CHROMIUM and CHROMEDRIVER.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


def missing() -> str:
    """What is not installed, in one sentence; empty where a browser can be started."""
    if find_spec("selenium") is None:
        return "selenium is not installed (the extra `test` has it)"
    if browser_path() is None:
        return "there is no Chromium here (Debian: apt-get install chromium)"
    if driver_path() is None:
        return "there is no chromedriver here (Debian: apt-get install chromium-driver)"
    return ""


def browser_path() -> str | None:
    """The browser's file."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def driver_path() -> str | None:
    """The driver's file."""
    return os.environ.get("CHROMEDRIVER") or shutil.which("chromedriver")


@contextmanager
def chromium(width: int = 1280, height: int = 900) -> Iterator[Chrome]:
    """A browser of its own profile, stopped at the end. Its console is kept (`get_log("browser")`)."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = str(browser_path())
    for argument in (
        "--headless=new",
        "--no-sandbox",  # root may not have one
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        f"--window-size={width},{height}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service(driver_path()))
    try:
        driver.set_script_timeout(60)
        yield driver
    finally:
        driver.quit()


def resize(driver: Chrome, width: int, height: int) -> None:
    """Give the page a screen of this size, also one narrower than a window can be."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def prefer(driver: Chrome, scheme: str) -> None:
    """Have the page told that the reader prefers `light` or `dark`."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
