/** Link-cut tests: started by a commissioner, judged by what the charger tells, recorded (S10). */
package dev.headroom.gateway.linkcut;
