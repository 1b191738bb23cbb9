"""The traps by kind: each function takes the case in, and gives its trap out, or None when it is another one."""
