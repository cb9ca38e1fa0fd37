package org.fieldfall.app.config;

/** All that a run is made of: what to do, with what, in which rig. */
public record Experiment(ProtocolConfig protocol, SampleConfig sample, RigConfig rig) {}
