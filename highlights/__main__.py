import sys

from highlights.cli import main

sys.exit(main())
