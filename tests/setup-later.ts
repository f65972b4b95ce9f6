// In the page these come right after the first picture; tests begin when they are there.
import '../src/core/math/kernel/provided';
import '../src/data/irises';
