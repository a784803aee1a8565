// Before anything is drawn: what only a script can work is there from the start.
document.documentElement.classList.add("js");
