// Whether the doctor is open: asked for in the bar, shown beside it, where a change of width does not shut it.

class DoctorShown {
  isOpen = $state(false);
}

export const doctorShown = new DoctorShown();
