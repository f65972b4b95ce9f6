// In the page it comes right after the first picture, and an edit waits for it; tests begin when it is there.
import '../src/state/choice/edited';
