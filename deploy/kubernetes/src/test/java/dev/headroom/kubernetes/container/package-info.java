/** The image and a pod, laid out and run as a container engine would. */
package dev.headroom.kubernetes.container;
