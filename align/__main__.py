"""`python -m align` is the command `align`."""

import sys

from align.cli import main

sys.exit(main())
