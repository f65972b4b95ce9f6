// In the page it comes right after the first picture; tests begin when it is there.
import '../src/core/math/kernel/provided';
