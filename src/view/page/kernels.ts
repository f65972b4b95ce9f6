// What works out products and shades cells faster, to the same bits as what is there at first.
import '../../core/math/kernel/provided';
import '../stage/paint/kernel/provided';
